using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DeletionViewTests
{
    [Fact]
    public void An_access_request_has_none() => Assert.Null(RequestView.Of(Some.Request()).Deletion);

    [Theory]
    [InlineData("AwaitingIdentity", 0, 0, "identity")]
    [InlineData("Running", 0, 0, null)]
    [InlineData("AwaitingApproval", 0, 2, "approval")]
    [InlineData("AwaitingApproval", 1, 2, "secondApproval")]
    [InlineData("AwaitingApproval", 1, 1, "execute")]
    [InlineData("AwaitingApproval", 2, 2, "execute")]
    [InlineData("Completed", 2, 2, null)]
    public void It_says_what_is_missing(string status, int approvals, int needed, string? next)
    {
        var request = Some.Deletion(status: Enum.Parse<RequestStatus>(status));
        var view = RequestView.Of(request with
        {
            Deletion = request.Deletion! with
            {
                Preview = needed == 0 ? null : new(1, "hash", Some.Now, needed),
                Approvals = [.. Enumerable.Range(0, approvals).Select(number => new Approval($"user-{number}", Some.Now, "hash", [0]))],
            },
        });

        Assert.Equal(next, view.Deletion!.Next);
    }

    [Fact]
    public void A_code_is_shown_by_its_end_and_tries_alone()
    {
        var request = Some.Deletion();
        var view = RequestView.Of(request with { Deletion = request.Deletion! with { Code = new("c0dehash", Some.Now, 2, 1) } });

        Assert.Equal(new(Some.Now, 3), view.Deletion!.Code);
        Assert.DoesNotContain("c0dehash", JsonSerializer.Serialize(view, Json.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reappearance_is_shown_and_deleting_again_offered_while_the_person_is_known()
    {
        var request = Some.Deletion(status: RequestStatus.Completed);
        request = request with { Deletion = request.Deletion! with { Reappearance = new(Some.Now, "webhook", ["email"], Some.Now, "Placed Order", "Shopify") } };

        Assert.Equal(["retry"], RequestView.Of(request).Deletion!.Offers);
        Assert.Equal("Placed Order", RequestView.Of(request).Deletion!.Reappearance!.Cause);
        Assert.Empty(RequestView.Of(request with { ForgottenAt = Some.Now }).Deletion!.Offers);
    }

    [Fact]
    public void The_hash_of_a_reference_is_not_shown()
    {
        var request = Some.Deletion();
        var view = RequestView.Of(request with { Deletion = request.Deletion! with { Identity = new(IdentityMethod.Document, Some.Now, "u", "notary", "refhash") } });

        Assert.Equal("notary", view.Deletion!.Identity!.Verifier);
        Assert.DoesNotContain("refhash", JsonSerializer.Serialize(view, Json.Options), StringComparison.Ordinal);
    }
}
