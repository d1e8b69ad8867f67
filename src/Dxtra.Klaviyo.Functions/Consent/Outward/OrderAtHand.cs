using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>An open order with how things are for it. Clear identifiers: never in an orchestration or a log.</summary>
internal sealed record OrderAtHand(ConsentOrder Order, SubjectIdentity Subject, PersonNow Person, ListNow? List)
{
    public ConsentPlan Plan() => ConsentPlanner.Plan(Order, Person, List);

    public override string ToString() => Order.Id;
}
