namespace Dxtra.Klaviyo.Local.Api;

/// <summary>What the launcher reads of the app's answers; the contract has more.</summary>
internal static class Answers
{
    internal sealed record Account(string Id, string? Name);

    internal sealed record Named(string Id, string? Name);

    internal sealed record Verification(Account Account, IReadOnlyList<Named> Lists, IReadOnlyList<Named> Segments);

    internal sealed record Processor(string Id, string Name, string Status);

    internal sealed record Progress(int Done, int Total, string Unit);

    internal sealed record Gap(string Category, string Reason);

    /// <param name="Result">One word: <c>complete</c>, <c>partial</c>, <c>noSuchProfile</c> and so on.</param>
    /// <param name="Counts">Rows by category.</param>
    /// <param name="Gaps">Categories that could not be read.</param>
    internal sealed record Outcome(string Result, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Gap> Gaps);

    /// <summary>A request; <c>Subject</c> is the person, masked.</summary>
    internal sealed record Request(string Id, string Status, string? Step, Progress? Progress, string Subject, Outcome? Outcome);
}
