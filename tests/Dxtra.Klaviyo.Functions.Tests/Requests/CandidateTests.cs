using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CandidateTests
{
    [Fact]
    public async Task A_candidate_is_shown_masked_with_what_led_to_it_and_what_speaks_against_it()
    {
        await using var klaviyo = FakeKlaviyo.Start().AnswersText("/api/profiles", """
            {"data":[{"type":"profile","id":"01ADA","attributes":{"email":"Ada@Example.com","phone_number":"+15005550001","external_id":"CUST-1"}}]}
            """);
        var subject = new SubjectIdentity("ada@example.com", "+15005550002", null, null);
        var found = Assert.Single(await new ProfileSearch(klaviyo.Client).FindAsync(subject, CancellationToken.None));

        var candidate = Candidate.Of(found, subject);

        Assert.Equal(("01ADA", "A***@E***.com", null), (candidate.ProfileId, candidate.Masked, candidate.MergedFrom));
        Assert.Equal(["email", "phone"], candidate.FoundBy);
        Assert.Equal(["phone"], candidate.DiffersIn);
        var shown = JsonSerializer.Serialize(candidate, Json.Options);
        Assert.DoesNotContain("Ada@", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("5005550001", shown, StringComparison.Ordinal);
    }
}
