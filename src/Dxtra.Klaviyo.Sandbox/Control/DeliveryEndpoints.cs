using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>What people do about messages, and the webhooks that tell of it.</summary>
internal static class DeliveryEndpoints
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapPost("/acts", (HttpRequest request, ActControl acts) =>
            ControlJson.ReadAsync<ActList>(request, body => ControlJson.Ok(acts.Do(body))));
        control.MapGet("/deliveries", (DeliveryControl deliveries, int limit = 20) => ControlJson.Ok(deliveries.Read(limit)));
        control.MapGet("/deliveries/{id}", (string id, DeliveryControl deliveries) => ControlJson.OrNotFound(deliveries.Find(id), "delivery"));
        control.MapPost("/deliveries/{id}/replay", (string id, DeliveryControl deliveries) => ControlJson.OrNotFound(deliveries.Replay(id), "delivery"));
        control.MapDelete("/deliveries", (DeliveryControl deliveries) =>
        {
            deliveries.Clear();
            return Results.NoContent();
        });
        control.MapGet("/deliveries/settings", (DeliveryControl deliveries) => ControlJson.Ok(deliveries.Settings));
        control.MapPut("/deliveries/settings", (HttpRequest request, DeliveryControl deliveries) =>
            ControlJson.ReadAsync<DeliverySettings>(request, settings => ControlJson.Ok(deliveries.Settings = settings)));
        control.MapGet("/flow-webhooks", (FlowWebhookControl flows) => ControlJson.Ok(flows.List));
        control.MapPut("/flow-webhooks", (HttpRequest request, FlowWebhookControl flows) =>
            ControlJson.ReadAsync<FlowWebhookList>(request, list => ControlJson.Ok(flows.List = list)));
    }
}
