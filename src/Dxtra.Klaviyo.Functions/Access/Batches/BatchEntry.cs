namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>One line of a batch as it came.</summary>
/// <param name="Line">Its number: in CSV that of the file, whose header is line 1; in JSON that of the subject, from 1.</param>
/// <param name="Type">The kind of request that it asks for; null when it does not say.</param>
/// <param name="Body">The rest, as one request would have it.</param>
/// <param name="Flaw">What is wrong with the line as such.</param>
internal sealed record BatchEntry(int Line, string? Type, AccessRequestBody Body, string? Flaw = null)
{
    /// <summary>The number alone: the rest is a person.</summary>
    public override string ToString() => $"(line {Line})";
}
