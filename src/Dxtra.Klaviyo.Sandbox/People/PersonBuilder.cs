using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>Turns descriptions of people into consent, suppressions and memberships.</summary>
internal sealed class PersonBuilder(AccountData data)
{
    private static readonly HashSet<string> States = [Consent.Subscribed, Consent.Unsubscribed, Consent.Never.State];

    private static readonly HashSet<string> Reasons =
        ["HARD_BOUNCE", "INVALID_EMAIL", "SPAM_COMPLAINT", "UNSUBSCRIBE", "USER_SUPPRESSED"];

    /// <param name="spec">The description.</param>
    /// <param name="at">When all of it came about.</param>
    /// <exception cref="ArgumentException">An unknown state, reason, list or segment.</exception>
    public PersonPlan Plan(PersonSpec spec, DateTimeOffset at) => new(
        Build(spec, at),
        [.. spec.Lists.Select(list => Find(data.Lists, list)), .. spec.Segments.Select(segment => Find(data.Segments, segment))],
        at);

    private Subscriptions Build(PersonSpec spec, DateTimeOffset at) => new()
    {
        Email = Channel(spec.Consent.Email, spec.Consent, at),
        OpenTracking = Channel(spec.Consent.OpenTracking, spec.Consent, at),
        ClickTracking = Channel(spec.Consent.OpenTracking, spec.Consent, at),
        SmsMarketing = Channel(spec.Consent.Sms, spec.Consent, at),
        SmsTransactional = Channel(spec.Consent.SmsTransactional, spec.Consent, at),
        Push = Channel(spec.Consent.Push, spec.Consent, at),
        WhatsApp = spec.Consent.WhatsApp is null ? null : WhatsApp(spec.Consent, at),
        Suppressions = [.. spec.Suppressions.Select(reason => new Suppression(Known(reason, Reasons), at))],
        ListSuppressions =
            [.. spec.ListSuppressions.Select(item => new ListSuppression(Find(data.Lists, item.List).Id, Known(item.Reason, Reasons), at))],
    };

    private static Consent Channel(string? state, ConsentSpec spec, DateTimeOffset at) =>
        state is null || Known(state, States) == Consent.Never.State
            ? Consent.Never
            : new Consent(state)
            {
                Timestamp = at,
                LastUpdated = at,
                Method = spec.Method,
                MethodDetail = spec.MethodDetail,
                DoubleOptIn = spec.DoubleOptIn,
            };

    private static WhatsAppConsent WhatsApp(ConsentSpec spec, DateTimeOffset at) =>
        new(Channel(spec.WhatsApp, spec, at), Channel(spec.WhatsApp, spec, at), Consent.Never);

    private static string Known(string word, HashSet<string> words) => words.Contains(word)
        ? word
        : throw new ArgumentException($"'{word}' is none of {string.Join(", ", words.Order(StringComparer.Ordinal))}.");

    private static T Find<T>(IEnumerable<T> groups, string idOrName)
        where T : ProfileGroup => groups.FirstOrDefault(group => group.Id == idOrName || group.Name == idOrName)
            ?? throw new ArgumentException($"There is no list or segment '{idOrName}'.");
}
