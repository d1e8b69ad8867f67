namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>How a value was written: whether it stood in quotes decides which field types accept it.</summary>
internal readonly record struct FilterLiteral(string Text, bool Quoted);
