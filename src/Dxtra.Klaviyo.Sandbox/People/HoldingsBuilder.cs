using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>Gives a person what a description says that they have.</summary>
internal sealed class HoldingsBuilder(AccountData data, IdSource ids)
{
    private static readonly string[] Platforms = ["ios", "android"];
    private static readonly string[] Channels = ["sms", "whatsapp", "instagram"];
    private static readonly string[] Statuses = ["published", "unpublished", "featured", "pending", "rejected"];

    /// <exception cref="ArgumentException">Something named does not exist.</exception>
    public void Check(HoldingsSpec spec)
    {
        Require(spec.Devices, Platforms);
        Require(spec.Conversations, Channels);
        Require(spec.Reviews.Select(review => review.Status), Statuses);
        Require(spec.CouponCodes, data.Coupons.Select(coupon => coupon.Id));
        Require(spec.ObjectRecords.Select(record => record.Type), data.ObjectTypes.Select(type => type.Title));
    }

    public void Give(HoldingsSpec spec, Profile profile, DateTimeOffset at)
    {
        profile.PushTokens.AddRange(spec.Devices.Select(platform => new PushToken(ids.Hex32(), ids.Hex32(), platform, "AUTHORIZED", "Unknown", at)));
        profile.Conversations.AddRange(spec.Conversations.Select(channel => new Conversation(ids.Ulid(at), channel)));
        data.CouponCodes.AddRange(spec.CouponCodes.Select(coupon => Code(coupon, profile, at)));
        data.Reviews.AddRange(spec.Reviews.Select(review => Make(review, profile, at)));
        foreach (var record in spec.ObjectRecords)
            Add(record, profile);
    }

    private static void Require(IEnumerable<string> words, IEnumerable<string> known)
    {
        if (words.Except(known).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"'{unknown}' is none of {string.Join(", ", known)}.");
    }

    private CouponCode Code(string coupon, Profile profile, DateTimeOffset at) => new()
    {
        CouponId = coupon,
        UniqueCode = ids.Hex32()[..12].ToUpperInvariant(),
        ProfileId = profile.Id,
        Status = CouponCode.Assigned,
        Expires = at.AddYears(1),
    };

    private Review Make(HoldingsSpec.ReviewSpec spec, Profile profile, DateTimeOffset at) => new()
    {
        Id = $"{9_000_000 + data.Reviews.Count}",
        ProfileId = profile.Id,
        Email = spec.Email ?? profile.Email,
        Status = spec.Status,
        Type = spec.Rating is null ? "question" : "review",
        Created = at,
        Updated = at,
        Rating = spec.Rating,
        Content = spec.Content,
    };

    private void Add(HoldingsSpec.RecordSpec spec, Profile profile)
    {
        var type = data.ObjectTypes.First(type => type.Title == spec.Type);
        var properties = spec.Properties.DeepClone().AsObject();
        var key = ids.Hex32();
        properties[type.Properties[0].Name] = key;
        type.Records.Add(new ObjectRecord($"{type.Id}:::{key}", profile.Id, properties));
    }
}
