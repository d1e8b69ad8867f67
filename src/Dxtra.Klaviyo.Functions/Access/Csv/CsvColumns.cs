namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// The columns of each category: those that are always there, also without a row, and then the fields that its rows have beside
/// them. A row stands whole in the last column, so a column more or less loses nothing.
/// </summary>
internal static class CsvColumns
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [Categories.Profile] =
        [
            "id", "attributes.email", "attributes.phone_number", "attributes.external_id", "attributes.first_name", "attributes.last_name",
            "attributes.organization", "attributes.title", "attributes.locale", "attributes.created", "attributes.updated", "attributes.last_event_date",
        ],
        [Categories.Consent] = ["channel", "purpose", "status", "canReceive", "since", "lastUpdated", "method", "methodDetail", "doubleOptIn"],
        [Categories.Suppressions] = ["scope", "listId", "listName", "reason", "at"],
        [Categories.Lists] = ["id", "name", "joinedAt"],
        [Categories.Segments] = ["id", "name", "joinedAt"],
        [Categories.ListChanges] = ["change", "list", "at", "method", "eventId"],
        [Categories.Messages] = ["channel", "source", "sourceId", "sourceName", "messageId", "subject", "firstAt", "lastAt", .. MessageSteps.Counts],
        [Categories.Flows] = ["id", "name", "messages", "firstAt", "lastAt"],
        [Categories.Orders] = ["orderId", "status", "placedAt", "currency", "total", "items[].name", "items", "history"],
        [Categories.CouponCodes] = ["id", "code", "status", "expiresAt", "coupon"],
        [Categories.PushTokens] = ["id", "attributes.token", "attributes.platform", "attributes.vendor", "attributes.enablement_status", "attributes.created"],
        [Categories.Conversations] = ["id"],
        [Categories.Reviews] = ["id", "attributes.created", "attributes.rating", "attributes.title", "attributes.content", "attributes.author", "attributes.email"],
        [Categories.CustomObjects] = ["type", "typeId", "record.id"],
        [Categories.PredictiveAnalytics] = ["historic_clv", "predicted_clv", "total_clv", "churn_probability", "expected_date_of_next_order"],
        [Categories.Summary] = ["events", "firstAt", "lastAt", "metrics", "months"],
        [Categories.Events] =
        [
            "event.attributes.datetime", "metric", "event.id", "event.attributes.event_properties.$value",
            "attributedTo[].campaignName", "attributedTo[].flowName", "event.attributes.event_properties",
        ],
    };

    /// <summary>Their rows are resources as Klaviyo sent them, few and much alike. Each kind of event has fields of its own.</summary>
    private static readonly HashSet<string> Open =
    [
        Categories.Profile, Categories.PushTokens, Categories.Conversations, Categories.Reviews, Categories.CustomObjects, Categories.PredictiveAnalytics,
    ];

    /// <summary>The columns of a category; reads its rows when they may have more than the known ones.</summary>
    public static async Task<IReadOnlyList<CsvColumn>> OfAsync(
        ExportSource source, string category, CsvLimits limits, CancellationToken cancellationToken)
    {
        var known = Known[category].Select(CsvColumn.Parse).ToList();
        if (!Open.Contains(category))
            return known;

        var fields = new CsvFields(known.Select(column => column.Name), limits.FoundColumns);
        for (var profile = 0; profile < source.Document.Request.Profiles!.Count; profile++)
        {
            await foreach (var row in source.RowsAsync(profile, category, cancellationToken))
                fields.Add(row);
        }

        return [.. known, .. fields.Found];
    }
}
