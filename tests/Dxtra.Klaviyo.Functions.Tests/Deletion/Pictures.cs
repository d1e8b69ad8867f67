using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Pictures of any kind, for property tests.</summary>
internal static class Pictures
{
    public static readonly byte[] Key = new byte[32];

    public static Gen<string?> Word { get; } = OneOf<string?>(null, "SUBSCRIBED", "UNSUBSCRIBED", "NEVER_SUBSCRIBED");

    public static Gen<DeletionScope[]> Scope { get; } = OneOf(Enum.GetValues<DeletionScope>()).Array[1, 5].Select(words => words.Distinct().ToArray());

    private static Gen<PictureList> List { get; } = Gen.Select(Gen.Int[1, 50], OneOf(Enum.GetValues<Channel>()).Array[0, 3])
        .Select((id, serves) => new PictureList($"L{id}", $"List {id}", [.. serves.Distinct()]));

    public static Gen<ProfilePicture> Any { get; } =
        from id in Gen.Int[1, 1_000_000]
        from email in Gen.Bool
        from phone in Gen.Bool
        from lists in List.Array[0, 6]
        from words in Gen.Select(Word, Word, Word)
        select Of(id, email ? $"p{id}@example.com" : null, phone ? $"+4930{id:D7}" : null, words, [.. lists.DistinctBy(list => list.Id)]);

    public static ProfilePicture Of(
        int id, string? email, string? phone, (string? Email, string? Sms, string? Transactional) words, IReadOnlyList<PictureList> lists) =>
        new(new($"01P{id}", email, phone, null), $"key{id}", Some.Now, lists, words.Email, words.Sms, words.Transactional);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
