namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A read of a profile that an earlier run could not do; one of <see cref="Reads"/>.</summary>
internal sealed record MissingRead(int Profile, string Read);
