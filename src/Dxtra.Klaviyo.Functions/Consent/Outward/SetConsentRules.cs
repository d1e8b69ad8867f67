using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Checks what is to be set and names every field that is wrong.</summary>
internal static partial class SetConsentRules
{
    private static readonly IReadOnlyDictionary<string, ConsentChannel> Channels =
        OrderedChannels.All.ToDictionary(Words.Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, ConsentState> States = new(StringComparer.Ordinal)
    {
        [Words.Of(ConsentState.Subscribed)] = ConsentState.Subscribed,
        [Words.Of(ConsentState.Unsubscribed)] = ConsentState.Unsubscribed,
    };

    /// <summary>The wish, or null with the reasons in <paramref name="errors"/>.</summary>
    public static ConsentWish? Check(SetConsentBody body, DateTimeOffset now, FieldErrors errors)
    {
        var subject = SubjectRules.Check(body.Subject, errors);
        var channels = CheckChannels(body.Channels, errors);
        CheckList(body, channels, errors);
        CheckTime(body, channels, now, errors);
        return errors.Any ? null : new(subject!, channels, body.ListId, body.CreateIfMissing ?? false, body.ConsentedAt);
    }

    private static List<OrderedConsent> CheckChannels(IReadOnlyDictionary<string, string>? given, FieldErrors errors)
    {
        List<OrderedConsent> channels = [];
        foreach (var (word, state) in given ?? new Dictionary<string, string>())
        {
            if (!Channels.TryGetValue(word, out var channel))
                errors.Add("channels", $"This channel is not known, or goes by device. Known: {string.Join(", ", Channels.Keys)}.");
            else if (state is null || !States.TryGetValue(state, out var wanted))
                errors.Add($"channels.{word}", $"A channel is {string.Join(" or ", States.Keys)}.");
            else
                channels.Add(new(channel, wanted));
        }

        if (given is null or { Count: 0 })
            errors.Add("channels", $"Say which channel is to be what. Known: {string.Join(", ", Channels.Keys)}.");
        if (channels.Exists(channel => channel is { Channel: ConsentChannel.WhatsAppConversational, IsGiving: true }))
            errors.Add("channels.whatsAppConversational", "Conversations on WhatsApp are begun by the person; they can only be unsubscribed.");
        return [.. channels.OrderBy(channel => channel.Channel)];
    }

    private static void CheckList(SetConsentBody body, List<OrderedConsent> channels, FieldErrors errors)
    {
        if (body.ListId is not { } list)
            return;
        if (!ListId().IsMatch(list))
            errors.Add("listId", "A list's id has letters and digits only.");
        if (channels.Select(channel => channel.IsGiving).Distinct().Count() > 1)
            errors.Add("listId", "A list is joined or left: with one, all channels are subscribed or all unsubscribed.");
    }

    private static void CheckTime(SetConsentBody body, List<OrderedConsent> channels, DateTimeOffset now, FieldErrors errors)
    {
        if (body.ConsentedAt is not { } at)
            return;
        if (at >= now)
            errors.Add("consentedAt", "consentedAt is in the past.");
        if (channels.Exists(channel => !channel.IsGiving))
            errors.Add("consentedAt", "consentedAt is for what is subscribed; leave it out where something is unsubscribed.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,64}\z")]
    private static partial Regex ListId();
}
