using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What senders are told: one and the same word for everything that is not right.</summary>
internal static class WebhookAnswers
{
    private static readonly Problem Refused = new(
        StatusCodes.Status401Unauthorized, ProblemTypes.WebhookRefused, "Not taken.", "The call does not show that it comes from the processor's Klaviyo account.");

    private static readonly Problem NotNow = new(
        StatusCodes.Status503ServiceUnavailable, ProblemTypes.WebhookNotTaken, "Not taken now.", "The call could not be stored. Send it again.")
    {
        RetryAfter = TimeSpan.FromSeconds(10),
    };

    public static IResult Of(ReceiveResult result) => result switch
    {
        ReceiveResult.Taken => Results.Accepted(),
        ReceiveResult.NotNow => NotNow,
        _ => Refused,
    };
}
