using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PictureHashTests
{
    private static readonly Gen<(DeletionScope[] Scope, ProfilePicture[] Profiles)> Any =
        Gen.Select(Pictures.Scope, Pictures.Any.Array[1, 4]).Select((scope, profiles) => (scope, profiles.DistinctBy(profile => profile.ProfileKey).ToArray()));

    /// <summary>Each changes one thing that matters about a profile.</summary>
    private static readonly Func<ProfilePicture, ProfilePicture>[] Material =
    [
        picture => picture with { ProfileKey = picture.ProfileKey + "x" },
        picture => picture with { Identity = picture.Identity with { Email = picture.Identity.Email is null ? "new@example.com" : null } },
        picture => picture with { Identity = picture.Identity with { Email = "x" + picture.Identity.Email } },
        picture => picture with { Identity = picture.Identity with { Phone = picture.Identity.Phone is null ? "+15005550006" : null } },
        picture => picture with { Identity = picture.Identity with { ExternalId = "C1" } },
        picture => picture with { Lists = [.. picture.Lists, new("LNEW", null, [])] },
        picture => picture with { Lists = picture.Lists.Count == 0 ? [new("LNEW", null, [])] : [.. picture.Lists.Skip(1)] },
        picture => picture with { Lists = picture.Lists.Count == 0 ? [new("LNEW", null, [])] : [Served(picture.Lists[0]), .. picture.Lists.Skip(1)] },
        picture => picture with { Email = picture.Email + "X" },
        picture => picture with { SmsMarketing = picture.SmsMarketing is null ? "" : null },
        picture => picture with { SmsTransactional = picture.SmsTransactional + "X" },
    ];

    [Fact]
    public void Any_change_that_matters_changes_it() =>
        Gen.Select(Any, Gen.Int[0, Material.Length - 1]).Sample((any, change) =>
            Assert.NotEqual(Hash(any.Scope, any.Profiles), Hash(any.Scope, [Material[change](any.Profiles[0]), .. any.Profiles.Skip(1)])));

    [Fact]
    public void Another_scope_or_another_set_of_profiles_changes_it() =>
        Gen.Select(Any, Pictures.Scope).Sample((any, other) =>
        {
            var hash = Hash(any.Scope, any.Profiles);
            Assert.Equal(any.Scope.Order().SequenceEqual(other.Order()), hash == Hash(other, any.Profiles));
            Assert.NotEqual(hash, Hash(any.Scope, any.Profiles.Skip(1)));
        });

    [Fact]
    public void Order_names_times_and_the_case_of_an_address_do_not() =>
        Gen.Select(Any, Gen.Int[0, 1_000]).Sample((any, days) =>
        {
            var shown = any.Profiles.Reverse().Select(picture => picture with
            {
                Created = Some.Now.AddDays(-days),
                Identity = picture.Identity with { Email = picture.Identity.Email?.ToUpperInvariant(), HadEvents = !picture.Identity.HadEvents },
                Lists = [.. picture.Lists.Reverse().Select(list => list with { Name = $"Renamed {days}", Serves = [.. list.Serves.Reverse()] })],
            });
            Assert.Equal(Hash(any.Scope, any.Profiles), Hash([.. any.Scope.Reverse()], shown));
        });

    [Fact]
    public void What_changes_it_has_a_name_and_what_does_not_has_none() =>
        Gen.Select(Any, Gen.Int[1, Material.Length - 1], Gen.Bool).Sample((any, change, does) =>
        {
            var now = does ? Material[change](any.Profiles[0]) : any.Profiles[0];
            var kinds = PictureChange.Of(Pictures.Key, any.Scope, any.Profiles, [0], [now]);
            Assert.Equal(Hash(any.Scope, [any.Profiles[0]]) != Hash(any.Scope, [now]), kinds.Count > 0);
        });

    [Fact]
    public void It_cannot_be_computed_from_an_address_without_the_controllers_key()
    {
        var picture = Pictures.Of(1, "ada@example.com", null, (null, null, null), []);
        Assert.NotEqual(Hash([DeletionScope.Profile], [picture]), PictureHash.Of([.. Pictures.Key.Select(_ => (byte)1)], [DeletionScope.Profile], [picture]));
        Assert.Matches("^[0-9a-f]{64}$", Hash([DeletionScope.Profile], [picture]));
    }

    private static PictureList Served(PictureList list) => list with { Serves = list.Serves.Contains(Channel.Sms) ? [.. list.Serves.Where(channel => channel != Channel.Sms)] : [.. list.Serves, Channel.Sms] };

    private static string Hash(IReadOnlyCollection<DeletionScope> scope, IEnumerable<ProfilePicture> profiles) => PictureHash.Of(Pictures.Key, scope, profiles);
}
