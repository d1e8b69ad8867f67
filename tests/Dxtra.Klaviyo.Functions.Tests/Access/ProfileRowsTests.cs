using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>What comes out of a profile that has everything, as Klaviyo's own examples spell it.</summary>
public sealed class ProfileRowsTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        _access.Klaviyo.Answers("/api/profiles", "profile-with-everything.json").Answers("/api/lists", "lists.json");
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public void Consent_of_every_channel_and_purpose_is_a_row_also_of_those_that_we_do_not_know() => Assert.Equal(
        [
            "email marketing SUBSCRIBED True 2023-02-21T20:07:38+00:00",
            "email open_tracking UNSUBSCRIBED False ",
            "email click_tracking SUBSCRIBED  ",
            "sms marketing UNSUBSCRIBED False 2023-02-21T20:07:38+00:00",
            "sms transactional SUBSCRIBED True 2023-02-21T20:07:38+00:00",
            "mobile_push marketing SUBSCRIBED True 2023-02-21T20:07:38+00:00",
            "whatsapp conversational NEVER_SUBSCRIBED False ",
            "carrier_pigeon marketing SUBSCRIBED  2031-01-01T00:00:00+00:00",
        ],
        Rows(Categories.Consent).Select(row => $"{row["channel"]} {row["purpose"]} {row["status"]} {row["canReceive"]?.GetValue<bool>()} {row["since"]}"));

    [Fact]
    public void A_row_of_consent_tells_how_it_came_about_and_has_what_Klaviyo_sent()
    {
        var email = Rows(Categories.Consent)[0];

        Assert.Equal(("PREFERENCE_PAGE", "Footer form", true), ((string?)email["method"], (string?)email["methodDetail"], (bool?)email["doubleOptIn"]));
        Assert.Equal("unknown to us", (string?)email["sent"]!["mood"]);
    }

    [Fact]
    public void Suppressions_name_their_reason_and_their_list() => Assert.Equal(
        ["global   HARD_BOUNCE 2023-02-21T20:07:38+00:00", "list L1 Newsletter USER_SUPPRESSED 2024-02-21T20:07:38+00:00", "list GONE  UNSUBSCRIBE "],
        Rows(Categories.Suppressions).Select(row => $"{row["scope"]} {row["listId"]} {row["listName"]} {row["reason"]} {row["at"]}"));

    [Fact]
    public void Push_tokens_and_conversations_are_the_persons_own()
    {
        Assert.Equal(["PT1"], Rows(Categories.PushTokens).Select(token => (string?)token["id"]));
        Assert.Equal(["CV1"], Rows(Categories.Conversations).Select(conversation => (string?)conversation["id"]));
        Assert.Equal("unknown to us", (string?)Rows(Categories.PushTokens)[0]["attributes"]!["mood"]);
    }

    private List<JsonNode> Rows(string category) =>
        [.. _access.Exports.Text(ExportNames.Part(_access.Work, ExportNames.PartFile(0, category))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
