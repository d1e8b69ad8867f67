using Dxtra.Klaviyo.Sandbox.Errors;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>
/// What the <c>revision</c> header leads to. A revision lives two years; whoever sends a retired one is served by the oldest that lives,
/// unless they opted out. The sandbox knows one shape only, that of its own revision.
/// </summary>
internal static class RevisionPolicy
{
    public const string Header = "revision";
    public const string OptOutHeader = "X-Klaviyo-Revision-Fall-Forward-Opt-Out";

    private static readonly HashSet<string> Retired =
    [
        "2022-10-17", "2023-01-24", "2023-02-22", "2023-06-15", "2023-07-15", "2023-08-15", "2023-09-15", "2023-10-15", "2023-12-15",
        "2024-02-15", "2024-05-15", "2024-06-15", "2024-07-15", "2024-10-15",
    ];

    private static readonly HashSet<string> Living =
        ["2025-01-15", "2025-04-15", "2025-07-15", "2025-10-15", "2026-01-15", "2026-04-15", "2026-07-15", "2026-07-15.pre"];

    /// <returns>Null when the call may go on.</returns>
    public static ApiError? Check(IHeaderDictionary headers) => headers[Header].ToString() switch
    {
        "" => RevisionErrors.Missing,
        var revision when Living.Contains(revision) => null,
        var revision when Retired.Contains(revision) => headers[OptOutHeader] == "1" ? RevisionErrors.Retired : null,
        _ => RevisionErrors.Unknown,
    };
}
