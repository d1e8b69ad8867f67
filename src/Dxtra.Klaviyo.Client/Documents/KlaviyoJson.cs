using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>How attributes are read: snake_case names, unknown fields kept, times in every form that Klaviyo was seen to send.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = 256,
    Converters = [typeof(LenientTimeConverter)])]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(AccountAttributes))]
[JsonSerializable(typeof(MetricAttributes))]
[JsonSerializable(typeof(ListAttributes))]
[JsonSerializable(typeof(SegmentAttributes))]
[JsonSerializable(typeof(FlowAttributes))]
[JsonSerializable(typeof(CampaignAttributes))]
[JsonSerializable(typeof(ProfileAttributes))]
[JsonSerializable(typeof(EventAttributes))]
[JsonSerializable(typeof(PushTokenAttributes))]
[JsonSerializable(typeof(ConversationAttributes))]
[JsonSerializable(typeof(CouponAttributes))]
[JsonSerializable(typeof(CouponCodeAttributes))]
[JsonSerializable(typeof(ReviewAttributes))]
[JsonSerializable(typeof(ObjectTypeAttributes))]
[JsonSerializable(typeof(ObjectSchemaAttributes))]
[JsonSerializable(typeof(ObjectRecordAttributes))]
[JsonSerializable(typeof(SourceMappingAttributes))]
[JsonSerializable(typeof(WebhookAttributes))]
[JsonSerializable(typeof(WebhookTopicAttributes))]
[JsonSerializable(typeof(SuppressionJobAttributes))]
internal sealed partial class KlaviyoJson : JsonSerializerContext;
