using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ErasurePlanTests
{
    private const string On = "SUBSCRIBED";
    private const string Off = "UNSUBSCRIBED";

    /// <summary>On a list for e-mail, one for text messages, one for both, one for text messages and push, one that nothing uses.</summary>
    private static readonly PictureList[] Lists =
    [
        new("LE", "E-mail", [Channel.Email]), new("LS", "SMS", [Channel.Sms]), new("LB", "Both", [Channel.Email, Channel.Sms]),
        new("LP", "Push", [Channel.Sms, Channel.Other]), new("LU", "Unused", Enum.GetValues<Channel>()),
    ];

    [Theory]
    [InlineData("EmailLists", On, On, "LeaveList LB, LeaveList LE, LeaveList LU, UnsubscribeEmail")]
    [InlineData("EmailLists", Off, On, "LeaveList LB, LeaveList LE, LeaveList LU")]
    [InlineData("EmailLists", null, null, "LeaveList LB, LeaveList LE, LeaveList LU, UnsubscribeEmail")]
    [InlineData("SmsLists", On, On, "LeaveList LS, UnsubscribeSms")]
    [InlineData("SmsLists", Off, On, "LeaveList LB, LeaveList LS, UnsubscribeSms")]
    [InlineData("SmsLists", On, Off, "LeaveList LS")]
    [InlineData("EmailLists,SmsLists", On, On, "LeaveList LB, LeaveList LE, LeaveList LS, LeaveList LU, UnsubscribeEmail, UnsubscribeSms")]
    [InlineData("Profile", On, On, "Tombstone, Delete")]
    [InlineData("Profile,Events,Engagement", On, On, "Tombstone, Delete")]
    [InlineData("EmailLists,Profile", On, On, "Tombstone, LeaveList LB, LeaveList LE, LeaveList LU, UnsubscribeEmail, Delete")]
    [InlineData("Events", On, On, "")]
    public void Each_scope_has_its_steps(string scope, string? email, string? sms, string steps)
    {
        var picture = Pictures.Of(1, "ada@example.com", "+15005550006", (email, sms, null), Lists);

        var plan = ErasurePlan.Of([.. scope.Split(',').Select(Enum.Parse<DeletionScope>)], picture);

        Assert.Equal(steps, string.Join(", ", plan.Select(step => $"{step.Step} {step.Target}".TrimEnd())));
    }

    [Fact]
    public void Consent_to_transactional_messages_alone_is_withdrawn() =>
        Assert.Equal([new(ErasureStep.UnsubscribeSms)], ErasurePlan.Of([DeletionScope.SmsLists], Pictures.Of(1, null, "+15005550006", (null, Off, On), [])));

    [Fact]
    public void Steps_stand_in_the_order_that_brings_nobody_back_and_each_stands_once() =>
        Gen.Select(Pictures.Scope, Pictures.Any).Sample((scope, picture) =>
        {
            var plan = ErasurePlan.Of(scope, picture);

            Assert.Equal(plan.Select(step => step.Step).Order(), plan.Select(step => step.Step));
            Assert.Equal(plan.Count, plan.Distinct().Count());
        });

    [Fact]
    public void It_is_deleted_and_marked_first_when_the_profile_is_asked_for_and_only_then() =>
        Gen.Select(Pictures.Scope, Pictures.Any).Sample((scope, picture) =>
        {
            var plan = ErasurePlan.Of(scope, picture);

            Assert.Equal(scope.Contains(DeletionScope.Profile), plan.Count > 0 && plan[^1].Step == ErasureStep.Delete);
            Assert.Equal(scope.Contains(DeletionScope.Profile), plan.Count > 0 && plan[0].Step == ErasureStep.Tombstone);
        });

    [Fact]
    public void Only_lists_that_serve_what_was_asked_for_are_left() =>
        Gen.Select(Pictures.Scope, Pictures.Any).Sample((scope, picture) =>
            Assert.All(ErasurePlan.Of(scope, picture).Where(step => step.Step == ErasureStep.LeaveList), step =>
            {
                var serves = picture.Lists.Single(list => list.Id == step.Target).Serves;
                Assert.True(
                    (scope.Contains(DeletionScope.EmailLists) && serves.Contains(Channel.Email))
                    || (scope.Contains(DeletionScope.SmsLists) && serves.Contains(Channel.Sms)));
            }));

    [Fact]
    public void Without_the_e_mail_scope_nobody_leaves_a_list_that_reaches_them_by_e_mail() =>
        Gen.Select(Pictures.Scope, Pictures.Any).Sample((scope, picture) =>
        {
            if (scope.Contains(DeletionScope.EmailLists) || picture.Identity.Email is null || picture.Email == Off)
                return;
            var left = ErasurePlan.Of(scope, picture).Select(step => step.Target).OfType<string>();
            Assert.DoesNotContain(picture.Lists, list => list.Serves.Contains(Channel.Email) && left.Contains(list.Id));
        });

    [Fact]
    public void Nobody_is_unsubscribed_who_has_no_address_or_is_unsubscribed_already_or_did_not_ask() =>
        Gen.Select(Pictures.Scope, Pictures.Any).Sample((scope, picture) =>
        {
            var steps = ErasurePlan.Of(scope, picture).Select(step => step.Step).ToList();

            Assert.Equal(scope.Contains(DeletionScope.EmailLists) && picture is { Identity.Email: not null, Email: not Off }, steps.Contains(ErasureStep.UnsubscribeEmail));
            if (!scope.Contains(DeletionScope.SmsLists) || picture.Identity.Phone is null || picture is { SmsMarketing: Off, SmsTransactional: not On })
                Assert.DoesNotContain(ErasureStep.UnsubscribeSms, steps);
        });

    [Fact]
    public void Of_a_profile_that_is_gone_the_deletion_alone_is_left_to_find_that() =>
        Pictures.Scope.Sample(scope => Assert.Equal(
            scope.Contains(DeletionScope.Profile) ? [ErasureStep.Tombstone, ErasureStep.Delete] : Array.Empty<ErasureStep>(),
            ErasurePlan.OfGone(scope).Select(step => step.Step)));
}
