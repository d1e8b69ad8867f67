using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What stays of a profile when its plan is carried out.</summary>
internal sealed class ProfileStays(ReportTexts texts, IReadOnlyCollection<DeletionScope> scope)
{
    public IReadOnlyList<StayPreview> Of(IReadOnlyList<ListPreview> lists, IReadOnlyCollection<ConsentNow> consent) =>
        [.. (scope.Contains(DeletionScope.Profile) ? OfDeleted() : OfKept(lists, consent)).Distinct()];

    /// <summary>Memberships and consent go with the profile.</summary>
    private IEnumerable<StayPreview> OfDeleted() => [Stay("events"), Stay("recipientRecords"), Stay("deletedProfiles")];

    private IEnumerable<StayPreview> OfKept(IReadOnlyList<ListPreview> lists, IReadOnlyCollection<ConsentNow> consent)
    {
        yield return Stay("profile");
        if (lists.Where(list => !list.Leaves).Select(list => $"“{list.Name ?? list.Id}”").ToList() is { Count: > 0 } kept)
            yield return new("memberships", texts.Of("stays.memberships", ("lists", Join(kept))));
        yield return Stay("segments");
        foreach (var one in consent.Where(one => one.Status == ConsentNow.Subscribed && !IsCovered(one)))
            yield return Stay(one.Channel switch { "email" => "emailConsent", "sms" => "smsConsent", _ => "otherConsent" });
    }

    private bool IsCovered(ConsentNow consent) => consent.Channel switch
    {
        "email" => consent.Purpose != "marketing" || scope.Contains(DeletionScope.EmailLists),
        "sms" => scope.Contains(DeletionScope.SmsLists),
        _ => false,
    };

    private StayPreview Stay(string what) => new(what, texts[$"stays.{what}"]);

    private string Join(List<string> names) => names is [var only]
        ? only
        : texts.Of("format.and", ("first", string.Join(texts["format.comma"], names.SkipLast(1))), ("last", names[^1]));
}
