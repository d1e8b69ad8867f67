namespace Dxtra.Klaviyo.Client;

/// <summary>The query parameters that reads of profiles share.</summary>
internal static class ProfileQueries
{
    /// <summary>For profiles as such and as members of a list or segment.</summary>
    public const int MaxPageSize = 100;

    public static KlaviyoQuery AdditionalFields(this KlaviyoQuery query, ProfileAdditionalFields fields) =>
        query.Words("additional-fields[profile]", Words(fields));

    public static KlaviyoQuery Include(this KlaviyoQuery query, ProfileIncludes includes) => query.Words("include", Words(includes));

    public static KlaviyoQuery Sort(this KlaviyoQuery query, ProfileSort sort) => query.Add("sort", sort switch
    {
        ProfileSort.OldestUpdateFirst => "updated",
        ProfileSort.NewestUpdateFirst => "-updated",
        ProfileSort.OldestFirst => "created",
        ProfileSort.NewestFirst => "-created",
        _ => null,
    });

    public static KlaviyoQuery Read(
        KlaviyoFilter? filter, ProfileAdditionalFields additionalFields, IReadOnlyCollection<string>? fields) =>
        new KlaviyoQuery().AdditionalFields(additionalFields).Words("fields[profile]", fields ?? []).Filter(filter).PageSize(MaxPageSize);

    private static IEnumerable<string> Words(ProfileAdditionalFields fields)
    {
        if (fields.HasFlag(ProfileAdditionalFields.Subscriptions))
            yield return "subscriptions";
        if (fields.HasFlag(ProfileAdditionalFields.PredictiveAnalytics))
            yield return "predictive_analytics";
    }

    private static IEnumerable<string> Words(ProfileIncludes includes)
    {
        if (includes.HasFlag(ProfileIncludes.Conversations))
            yield return "conversations";
        if (includes.HasFlag(ProfileIncludes.PushTokens))
            yield return "push-tokens";
    }
}
