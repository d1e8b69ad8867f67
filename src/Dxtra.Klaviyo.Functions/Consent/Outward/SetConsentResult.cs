using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What came of a call that sets consent.</summary>
internal abstract record SetConsentResult
{
    private SetConsentResult()
    {
    }

    /// <summary>Stored and started, now or by the same call earlier.</summary>
    public sealed record Accepted(ConsentOrder Order) : SetConsentResult;

    public sealed record Refused(Problem Problem) : SetConsentResult;

    public IResult ToAnswer() => this switch
    {
        Accepted { Order: var order } => Located.Accepted(
            $"controllers/{order.ControllerDid}/processors/{order.ProcessorId}/consent/{order.Id}", ConsentOrderView.Of(order)),
        Refused { Problem: var problem } => problem,
        _ => throw new InvalidOperationException("There is no other result."),
    };
}
