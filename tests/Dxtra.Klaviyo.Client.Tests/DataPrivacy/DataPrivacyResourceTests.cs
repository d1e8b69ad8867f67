using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Client.Tests;

public class DataPrivacyResourceTests
{
    private const string Profile = "01GDDKASAP8TKDDA2GRZDSVP4H";

    public static TheoryData<string, Type> Refusals => new()
    {
        { "401-one-endpoint", typeof(KlaviyoAuthenticationException) },
        { "403-scope", typeof(KlaviyoPermissionException) },
        { "429", typeof(KlaviyoThrottledException) },
        { "500", typeof(KlaviyoUnavailableException) },
    };

    [Fact]
    public async Task An_accepted_deletion_is_no_more_than_accepted()
    {
        await using var server = await StandIn.StartAsync(Answer.Status(202));
        await using var client = new TestClient(server.Address);
        Assert.Equal(DeletionAnswer.Accepted, await client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile));
    }

    [Fact]
    public async Task A_profile_that_is_gone_is_an_answer_and_its_address_shows_nowhere()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("errors/404-names-a-person.json", 404));
        await using var client = new TestClient(server.Address);
        Assert.Equal(DeletionAnswer.AlreadyGone, await client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile));
        Assert.NotEmpty(client.Log.Lines);
        Assert.All(client.Log.Lines, line => Assert.DoesNotContain("ada@", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_404_that_is_not_klaviyos_proves_nothing()
    {
        await using var server = await StandIn.StartAsync(Answer.Html(404));
        await using var client = TestClient.Impatient(server.Address);
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile));
        Assert.Equal(KlaviyoUnavailableReason.Blocked, thrown.Reason);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_thrown_as_everywhere(string example, Type thrown)
    {
        await using var server = await StandIn.StartAsync(Answer.Example($"errors/{example}.json", int.Parse(example[..3], null)));
        await using var client = TestClient.Impatient(server.Address);
        await Assert.ThrowsAsync(thrown, () => client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile));
    }

    public static TheoryData<string> MayHaveBeenTaken => ["502", "503", "504", "500", "hang up"];

    [Theory]
    [MemberData(nameof(MayHaveBeenTaken))]
    public async Task A_deletion_that_may_have_been_taken_is_not_sent_again(string fault)
    {
        RequestDelegate answer = fault == "hang up" ? Answer.HangUp() : Answer.Status(int.Parse(fault, null));
        await using var server = await StandIn.StartAsync(answer, Answer.Status(202));
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_throttled_deletion_was_not_taken_and_is_sent_again()
    {
        await using var server = await StandIn.StartAsync(Answer.Throttled("1"), Answer.Status(202));
        await using var client = new TestClient(server.Address);
        var deleting = client.Klaviyo.DataPrivacy.RequestDeletionAsync(Profile);
        await client.Time.PassNextRetryWaitAsync();
        Assert.Equal(DeletionAnswer.Accepted, await deleting);
        Assert.Equal(server.Received[0].Body, server.Received[1].Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Nothing_is_sent_without_a_profile(string id)
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<ArgumentException>(() => client.Klaviyo.DataPrivacy.RequestDeletionAsync(id));
        Assert.Empty(server.Received);
    }

    [Fact]
    public void There_is_one_way_to_delete_and_it_wants_a_profiles_id()
    {
        var deleting = Assert.Single(typeof(DataPrivacyResource).GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        Assert.Equal(["profileId", "cancellationToken"], deleting.GetParameters().Select(parameter => parameter.Name));
    }
}
