namespace Dxtra.Klaviyo.Functions.Deletion;

/// <param name="Controller">Whose request it is.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Format">How it is wanted.</param>
/// <param name="Actor">Who wants it.</param>
internal sealed record HandOutCommand(string Controller, string RequestId, string Format, string Actor);
