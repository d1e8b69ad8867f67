using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>What a person made to order has beside attributes, consent and memberships.</summary>
internal sealed record HoldingsSpec
{
    /// <summary>One device for each: <c>ios</c> or <c>android</c>.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>One conversation for each channel: <c>sms</c>, <c>whatsapp</c> or <c>instagram</c>.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>One code of each coupon, by id.</summary>
    public IReadOnlyList<string> CouponCodes { get; init; } = [];

    public IReadOnlyList<ReviewSpec> Reviews { get; init; } = [];

    public IReadOnlyList<RecordSpec> ObjectRecords { get; init; } = [];

    /// <param name="Content">What was written.</param>
    /// <param name="Rating">1 to 5; null for a question.</param>
    /// <param name="Status"><c>published</c>, <c>unpublished</c>, <c>featured</c>, <c>pending</c> or <c>rejected</c>.</param>
    /// <param name="Email">The address as it was typed; null: as the profile has it.</param>
    internal sealed record ReviewSpec(string Content, int? Rating = null, string Status = "published", string? Email = null);

    /// <param name="Type">The title of an object type.</param>
    /// <param name="Properties">By the names of the type's properties; its id is added.</param>
    internal sealed record RecordSpec(string Type, JsonObject Properties);
}
