using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Tags;

namespace Dxtra.Klaviyo.Sandbox.Resources.Campaigns;

/// <summary>Campaigns as resource objects, with their message and tags on request.</summary>
internal sealed class CampaignWriter(AccountData data, ResourceWriter writer)
{
    private const string Messages = "campaign-messages";

    public JsonObject Write(Campaign campaign) => writer.Resource(
        ResourceTypes.Campaign,
        campaign.Id,
        Attributes(campaign),
        new JsonObject
        {
            [Messages] = writer.ToMany(ResourceTypes.Campaign, campaign.Id, Messages, ResourceTypes.CampaignMessage, () => [campaign.MessageId]),
            [TagWriter.Relationship] =
                writer.ToMany(ResourceTypes.Campaign, campaign.Id, TagWriter.Relationship, ResourceTypes.Tag, () => campaign.TagIds),
        });

    public void Include(Campaign campaign, Included included)
    {
        new TagWriter(data, writer).Include(campaign.TagIds, included);
        if (writer.Query.Includes(Messages))
            included.Add(ResourceTypes.CampaignMessage, campaign.MessageId, () => WriteMessage(campaign));
    }

    private static JsonObject Attributes(Campaign campaign) => new()
    {
        ["name"] = campaign.Name,
        ["status"] = campaign.Status,
        ["archived"] = campaign.Archived,
        ["audiences"] = new JsonObject
        {
            ["included"] = new JsonArray(campaign.ListId),
            ["excluded"] = campaign.ExcludedSegmentId is null ? new JsonArray() : new JsonArray(campaign.ExcludedSegmentId),
        },
        ["send_options"] = new JsonObject { ["use_smart_sending"] = true },
        ["tracking_options"] = new JsonObject { ["add_tracking_params"] = true, ["custom_tracking_params"] = null },
        ["send_strategy"] = SendStrategy(campaign),
        ["created_at"] = TimeText.Micros(campaign.Created),
        ["scheduled_at"] = TimeText.Micros(campaign.Scheduled),
        ["updated_at"] = TimeText.Micros(campaign.Updated),
        ["send_time"] = TimeText.Seconds(campaign.SendTime),
    };

    private static JsonObject SendStrategy(Campaign campaign) => campaign.SendTime is { } time
        ? new JsonObject { ["method"] = "static", ["datetime"] = TimeText.Seconds(time), ["options"] = new JsonObject { ["is_local"] = false } }
        : new JsonObject { ["method"] = "immediate" };

    private JsonObject WriteMessage(Campaign campaign) => writer.Resource(
        ResourceTypes.CampaignMessage,
        campaign.MessageId,
        new JsonObject
        {
            ["definition"] = campaign.Channel == "email" ? EmailDefinition(campaign) : SmsDefinition(campaign),
            ["send_times"] = new JsonArray(),
            ["created_at"] = TimeText.Micros(campaign.Created),
            ["updated_at"] = TimeText.Micros(campaign.Updated),
        },
        new JsonObject
        {
            ["campaign"] = writer.Relationship(
                ResourceTypes.CampaignMessage, campaign.MessageId, "campaign", ResourceWriter.Identifier(ResourceTypes.Campaign, campaign.Id)),
        });

    private JsonObject EmailDefinition(Campaign campaign) => new()
    {
        ["channel"] = "email",
        ["label"] = campaign.Name,
        ["content"] = new JsonObject
        {
            ["subject"] = campaign.Subject,
            ["preview_text"] = null,
            ["from_email"] = data.Account.SenderEmail,
            ["from_label"] = data.Account.SenderName,
        },
    };

    private static JsonObject SmsDefinition(Campaign campaign) => new()
    {
        ["channel"] = "sms",
        ["content"] = new JsonObject { ["body"] = campaign.Subject },
        ["render_options"] = new JsonObject { ["shorten_links"] = true, ["add_opt_out_language"] = true },
    };
}
