namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Whose each profile is, and when that is left to the look-up of one person alone.</summary>
public sealed class ChunkSearchTests : IAsyncDisposable
{
    private static readonly SubjectIdentity Bob = new("bob@example.com", null, null, null);

    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();
    private readonly FakePeople _people;

    public ChunkSearchTests() => _people = new(_klaviyo);

    public ValueTask DisposeAsync() => _klaviyo.DisposeAsync();

    [Fact]
    public async Task Each_subject_is_led_to_its_own_profile()
    {
        _people.With(new("01ADA", "ada@example.com"), new("01BOB", "bob@example.com"));

        var search = await SearchAsync(Some.Ada, Bob);

        Assert.Equal(("01ADA", "01BOB"), (search.CertainOf(Some.Ada)?.Profile.Id, search.CertainOf(Bob)?.Profile.Id));
    }

    [Theory]
    [InlineData("Ada@Example.com", false)]
    [InlineData("ADA@EXAMPLE.COM", false)]
    [InlineData("aDA@example.com", true)]
    public async Task An_address_is_found_in_another_case(string stored, bool folds)
    {
        _people.FoldsCase = folds;
        _people.With(new FakePeople.Person("01ADA", stored));

        Assert.Equal("01ADA", (await SearchAsync(Some.Ada)).CertainOf(Some.Ada)?.Profile.Id);
    }

    [Fact]
    public async Task All_identifiers_are_asked_for_and_said_to_have_led_there()
    {
        var subject = new SubjectIdentity("ada@example.com", "+15005550006", "C \"1\"", "01ADA");
        _people.With(new FakePeople.Person("01ADA", "ada@example.com", "+15005550006", "C \"1\""));

        Assert.Equal(["email", "phone", "externalId", "profileId"], (await SearchAsync(subject)).CertainOf(subject)?.FoundBy);
        Assert.Equal(4, _klaviyo.Asked.Count);
    }

    [Fact]
    public async Task Nobody_is_not_certain() => Assert.Null((await SearchAsync(Some.Ada)).CertainOf(Some.Ada));

    [Fact]
    public async Task Twins_are_not()
    {
        _people.With(new("01ADA", "ada@example.com"), new("02ADA", "Ada@example.com"), new("01BOB", "bob@example.com"));

        var search = await SearchAsync(Some.Ada, Bob);

        Assert.Null(search.CertainOf(Some.Ada));
        Assert.NotNull(search.CertainOf(Bob));
    }

    [Fact]
    public async Task Identifiers_that_lead_to_two_people_are_not()
    {
        var subject = new SubjectIdentity("ada@example.com", "+15005550006", null, null);
        _people.With(new("01ADA", "ada@example.com"), new("01PHONE", Phone: "+15005550006"));

        Assert.Null((await SearchAsync(subject)).CertainOf(subject));
    }

    [Fact]
    public async Task Nor_is_a_profile_that_has_another_identifier_than_was_given()
    {
        var subject = new SubjectIdentity("ada@example.com", "+15005550006", null, null);
        _people.With(new FakePeople.Person("01ADA", "ada@example.com", "+15005559999"));

        Assert.Null((await SearchAsync(subject)).CertainOf(subject));
    }

    [Fact]
    public async Task A_profile_found_by_an_address_that_it_does_not_show_makes_those_it_may_belong_to_doubtful()
    {
        _people.With(new("01ADA", "ada@example.com"), new("01X", "other@example.com", SecondEmail: "ada@example.com"));

        Assert.Null((await SearchAsync(Some.Ada)).CertainOf(Some.Ada));
    }

    [Fact]
    public async Task A_key_that_may_not_see_what_comes_beside_a_profile_still_finds_all()
    {
        var subjects = Enumerable.Range(0, 60).Select(number => new SubjectIdentity($"p{number}@example.com", null, null, null)).ToArray();
        _klaviyo.Answers("/api/profiles", request => request.QueryString.Value!.Contains("include=", StringComparison.Ordinal)
            ? Microsoft.AspNetCore.Http.Results.Text(Examples.Read("klaviyo/403-scope.json"), "application/vnd.api+json", statusCode: 403)
            : Microsoft.AspNetCore.Http.Results.Text(
                request.Query["filter"].ToString().Contains("\"p7@example.com\"", StringComparison.Ordinal)
                    ? """{"data":[{"type":"profile","id":"01P7","attributes":{"email":"p7@example.com"}}]}"""
                    : """{"data":[]}""",
                "application/vnd.api+json"));

        var search = await SearchAsync(subjects);

        Assert.True(search.CertainOf(subjects[7])?.IncludesRefused);
    }

    private Task<ChunkSearch> SearchAsync(params SubjectIdentity[] subjects) => ChunkSearch.RunAsync(_klaviyo.Client, subjects, CancellationToken.None);
}
