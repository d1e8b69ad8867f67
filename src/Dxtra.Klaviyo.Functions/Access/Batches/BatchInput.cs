using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A batch that was read, or the problem that says why not.</summary>
/// <param name="Entries">The lines.</param>
/// <param name="Terms">What holds for all of them that do not say otherwise; it names nobody.</param>
/// <param name="Problem">Why it could not be read.</param>
internal sealed record BatchInput(IReadOnlyList<BatchEntry> Entries, AccessRequestBody Terms, Problem? Problem)
{
    /// <summary>The most people that one call takes.</summary>
    public const int MostLines = 5_000;

    public static BatchInput Refused(Problem problem) => new([], new(null, null, null, null, null), problem);
}
