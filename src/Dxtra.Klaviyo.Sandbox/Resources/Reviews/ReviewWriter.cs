using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Resources.Reviews;

/// <summary>Reviews as resource objects, with their events on request. None names its profile.</summary>
internal sealed class ReviewWriter(AccountData data, ResourceWriter writer)
{
    private const string Events = "events";

    public JsonObject Write(Review review)
    {
        var relationships = new JsonObject
        {
            [Events] = writer.ToMany(ResourceTypes.Review, review.Id, Events, ResourceTypes.Event, () => review.EventIds),
        };
        if (review.Product is { } product)
        {
            relationships["item"] = writer.Relationship(
                ResourceTypes.Review, review.Id, "item", ResourceWriter.Identifier(ResourceTypes.CatalogItem, ItemId(product)));
        }

        return writer.Resource(ResourceTypes.Review, review.Id, Attributes(review), relationships);
    }

    public void Include(Review review, Included included)
    {
        var events = new EventWriter(data, writer);
        foreach (var item in writer.Query.Includes(Events) ? review.EventIds.Select(data.Events.Find).OfType<Event>() : [])
            included.Add(ResourceTypes.Event, item.Id, () => events.Write(item));
    }

    public static string ItemId(ReviewedProduct product) => $"$custom:::$default:::{product.Id}";

    public static JsonObject Attributes(Review review)
    {
        var attributes = new JsonObject
        {
            ["email"] = review.Email,
            ["author"] = review.Author,
            ["status"] = Status(review),
            ["verified"] = review.Verified,
            ["review_type"] = review.Type,
            ["created"] = TimeText.Seconds(review.Created),
            ["updated"] = TimeText.Seconds(review.Updated),
            ["images"] = new JsonArray([.. review.Images.Select(image => JsonValue.Create(image))]),
            ["rating"] = review.Rating,
            ["title"] = review.Title,
            ["content"] = review.Content,
            ["smart_quote"] = null,
        };
        if (review.Product is { } product)
            attributes["product"] = Product(product);
        if (review.Reply is { } reply)
            attributes["public_reply"] = Reply(reply, review.Updated);
        return attributes;
    }

    private static JsonObject Status(Review review)
    {
        var status = new JsonObject { ["value"] = review.Status };
        if (review.Status == "rejected")
            status["rejection_reason"] = new JsonObject { ["reason"] = "fake" };
        return status;
    }

    private static JsonObject Product(ReviewedProduct product) => new()
    {
        ["url"] = product.Url,
        ["name"] = product.Name,
        ["image_url"] = null,
        ["external_id"] = product.Id,
    };

    private static JsonObject Reply(string content, DateTimeOffset at) =>
        new() { ["content"] = content, ["author"] = "The shop", ["updated"] = TimeText.Seconds(at) };
}
