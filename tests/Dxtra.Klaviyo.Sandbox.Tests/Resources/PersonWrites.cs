namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

/// <summary>A request of every kind that makes a person who does not exist, for <c>first@example.com</c>.</summary>
internal static class PersonWrites
{
    private const string Email = "\"email\":\"first@example.com\"";
    private const string Profile = $$"""{"data":{"type":"profile","attributes":{ {{Email}} } } }""";
    private const string Past = "\"consented_at\":\"2024-05-01T10:00:00Z\"";

    private const string Happened = """
        "properties":{},"unique_id":"u-1","metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"} } }
        """;

    public static TheoryData<string> Operations { get; } =
    [
        "create_event", "bulk_create_events", "create_or_update_profile",
        "bulk_subscribe_profiles", "bulk_unsubscribe_profiles", "bulk_suppress_profiles",
    ];

    public static (string Path, string Body) Of(string operation) => operation switch
    {
        "create_event" => ("/api/events", $$"""{"data":{"type":"event","attributes":{ {{Happened}},"profile":{{Profile}} } } }"""),
        "bulk_create_events" => ("/api/event-bulk-create-jobs", $$"""
            {"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[{"type":"event-bulk-create",
             "attributes":{"profile":{{Profile}},"events":{"data":[{"type":"event","attributes":{ {{Happened}} } }]} } }]} } } }
            """),
        "create_or_update_profile" => ("/api/profile-import", Profile),
        "bulk_subscribe_profiles" => ("/api/profile-subscription-bulk-create-jobs", Job(
            "profile-subscription-bulk-create-job",
            $$""","subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED",{{Past}} } } }""",
            ",\"historical_import\":true")),
        "bulk_unsubscribe_profiles" => ("/api/profile-subscription-bulk-delete-jobs", Job(
            "profile-subscription-bulk-delete-job", ""","subscriptions":{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}""")),
        _ => ("/api/profile-suppression-bulk-create-jobs", Job("profile-suppression-bulk-create-job")),
    };

    private static string Job(string type, string profile = "", string job = "") => $$"""
        {"data":{"type":"{{type}}","attributes":{"profiles":{"data":[{"type":"profile","attributes":{ {{Email}}{{profile}} } }]}{{job}} } } }
        """;
}
