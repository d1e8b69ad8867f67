using Dxtra.Klaviyo.Sandbox.Faults;
using Dxtra.Klaviyo.Sandbox.Happenings;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.RateLimits;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>The interface beside the API, under <c>/sandbox</c>: what the account truly holds, and switches. No key needed.</summary>
internal static class ControlEndpoints
{
    public static void Map(WebApplication app)
    {
        var control = app.MapGroup("/sandbox");
        MapAccount(control);
        MapPeople(control);
        MapGroups(control);
        MapSwitches(control);
        MapHappenings(control);
        MapChanges(control);
        DeliveryEndpoints.Map(control);
        control.MapGet("/requests", (RequestLog log) => ControlJson.Ok(log.Read()));
        control.MapDelete("/requests", (RequestLog log) =>
        {
            log.Clear();
            return Results.NoContent();
        });
    }

    private static void MapAccount(RouteGroupBuilder control)
    {
        control.MapGet("/", (AccountControl account) => ControlJson.Ok(account.Describe()));
        control.MapGet("/account", (AccountControl account) => ControlJson.Ok(account.Read()));
        control.MapGet("/plan", (AccountControl account) => ControlJson.Ok(account.Plan));
        control.MapPut("/plan", (HttpRequest request, AccountControl account) => ControlJson.ReadAsync<AccountPlan>(request, plan =>
        {
            account.Plan = plan;
            return ControlJson.Ok(account.Plan);
        }));
    }

    private static void MapPeople(RouteGroupBuilder control)
    {
        control.MapGet("/people", (PeopleControl people, int limit = 20) => ControlJson.Ok(people.List(limit)));
        control.MapGet("/people/{id}", (string id, PeopleControl people) => ControlJson.OrNotFound(people.Find(id)));
        control.MapPost("/people", (HttpRequest request, PeopleControl people) =>
            ControlJson.ReadAsync<People.PersonSpec>(request, spec => ControlJson.Created(people.Create(spec))));
        control.MapPost("/people/bulk", (HttpRequest request, BulkPeopleControl people) =>
            ControlJson.ReadAsync<BulkPeople>(request, body => ControlJson.Created(people.Create(body))));
        control.MapPost("/people/{id}/events", (string id, HttpRequest request, EventControl events) =>
            ControlJson.ReadAsync<NewEvents>(request, body => ControlJson.OrNotFound(events.Add(id, body))));
        control.MapPost("/people/{id}/events/bulk", (string id, HttpRequest request, EventControl events) =>
            ControlJson.ReadAsync<BulkEvents>(request, body => ControlJson.OrNotFound(events.Generate(id, body))));
    }

    private static void MapHappenings(RouteGroupBuilder control)
    {
        control.MapPost("/people/{id}/merge", (string id, HttpRequest request, MergeControl merges) =>
            ControlJson.ReadAsync<MergeTarget>(request, body => ControlJson.OrNotFound(merges.Merge(new(id, body.Into, body.Lingers)))));
        control.MapGet("/happenings", (HappeningPlan plan) => ControlJson.Ok(new { happenings = plan.Pending }));
        control.MapPut("/happenings", (HttpRequest request, HappeningPlan plan) => ControlJson.ReadAsync<HappeningList>(request, body =>
        {
            plan.Set(body.Happenings);
            return ControlJson.Ok(new { happenings = plan.Pending });
        }));
    }

    private static void MapChanges(RouteGroupBuilder control)
    {
        control.MapGet("/deleted", (ChangeControl changes) => ControlJson.Ok(changes.Deleted));
        control.MapGet("/changes", (ChangeControl changes) => ControlJson.Ok(changes.All));
        control.MapDelete("/changes", (ChangeControl changes) =>
        {
            changes.Clear();
            return Results.NoContent();
        });
    }

    private static void MapGroups(RouteGroupBuilder control)
    {
        control.MapPost("/lists", (HttpRequest request, GroupControl groups) =>
            ControlJson.ReadAsync<NewGroup>(request, body => ControlJson.Created(groups.AddList(body))));
        control.MapPost("/segments", (HttpRequest request, GroupControl groups) =>
            ControlJson.ReadAsync<NewGroup>(request, body => ControlJson.Created(groups.AddSegment(body))));
    }

    private static void MapSwitches(RouteGroupBuilder control)
    {
        control.MapGet("/faults", (FaultPlan faults) => ControlJson.Ok(new { rules = faults.Counters, kinds = FaultKinds.All }));
        control.MapPut("/faults", (HttpRequest request, FaultPlan faults) => ControlJson.ReadAsync<FaultRules>(request, body =>
        {
            faults.Set(body.Rules);
            return ControlJson.Ok(new { rules = faults.Counters });
        }));
        control.MapGet("/limits", (RateLimiter limiter) => ControlJson.Ok(limiter.Settings));
        control.MapPut("/limits", (HttpRequest request, RateLimiter limiter) => ControlJson.ReadAsync<RateLimitSettings>(request, settings =>
        {
            limiter.Settings = settings;
            return ControlJson.Ok(limiter.Settings);
        }));
        control.MapGet("/limits/statistics", (CallStatistics statistics) => ControlJson.Ok(statistics.Read()));
        control.MapDelete("/limits/statistics", (CallStatistics statistics) =>
        {
            statistics.Clear();
            return Results.NoContent();
        });
        control.MapGet("/quirks", (SandboxSettings settings) => ControlJson.Ok(Quirks.Of(settings)));
        control.MapPut("/quirks", (HttpRequest request, SandboxSettings settings) => ControlJson.ReadAsync<Quirks>(request, quirks =>
        {
            quirks.ApplyTo(settings);
            return ControlJson.Ok(Quirks.Of(settings));
        }));
    }
}
