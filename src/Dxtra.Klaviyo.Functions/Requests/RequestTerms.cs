using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a request of any kind says beside whom it is about: its law, when it came, a note.</summary>
/// <param name="Regulation">The law that gives its deadline.</param>
/// <param name="ReceivedAt">When the person asked.</param>
internal sealed record RequestTerms(Regulation Regulation, DateTimeOffset ReceivedAt)
{
    private const int NoteLength = 4_000;

    /// <summary>Far beyond any deadline; what lies further back is a mistake, and tables keep no time before 1601.</summary>
    private const int OldestYears = 10;

    /// <summary>A caller's clock may be a little ahead of ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The terms, or null when the law is not known; what is wrong is in <paramref name="errors"/>.</summary>
    public static RequestTerms? Check(string? regulationId, DateTimeOffset? received, DateTimeOffset now, FieldErrors errors)
    {
        if (!Regulations.TryFind(regulationId ?? Regulations.Default, out var regulation))
            errors.Add("regulation", $"This regulation is not known. Available: {string.Join(", ", Regulations.Ids)}.");
        var receivedAt = received ?? now;
        if (receivedAt > now + ClockTolerance)
            errors.Add("receivedAt", "A request cannot have been received in the future.");
        if (receivedAt < now.AddYears(-OldestYears))
            errors.Add("receivedAt", $"A request that was received more than {OldestYears} years ago is not taken.");
        return regulation is null ? null : new(regulation, receivedAt);
    }

    public static void CheckNote(string? note, FieldErrors errors) => FreeText.Check(note, NoteLength, "note", errors);
}
