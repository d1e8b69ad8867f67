using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Dxtra.Klaviyo.Sandbox.Tests.Resources;

namespace Dxtra.Klaviyo.Sandbox.Tests.Specification;

/// <summary>Every kind of response, held against Klaviyo's own schemas.</summary>
public sealed class ResponseSchemaTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Everything = "additional-fields[profile]=subscriptions,predictive_analytics";

    private readonly ResponseSchemas _schemas = new(OfficialSpecification.Path is null ? [] : OfficialSpecification.Read());

    [SpecificationFact]
    public async Task Accounts_and_metrics_fit_the_specification()
    {
        await CheckAsync("get_accounts", "/api/accounts");
        await CheckAsync("get_account", $"/api/accounts/{fixture.Sandbox.Server.AccountId}");
        await CheckAsync("get_metrics", "/api/metrics?include=flow-triggers");
        await CheckAsync("get_metric", $"/api/metrics/{await FirstAsync("/api/metrics")}?include=flow-triggers");
    }

    [SpecificationFact]
    public async Task Lists_and_segments_fit_the_specification()
    {
        await CheckAsync("get_lists", "/api/lists?include=flow-triggers,tags");
        await CheckAsync("get_segments", "/api/segments?include=flow-triggers,tags");
        var list = await FirstAsync("/api/lists");
        var segment = await FirstAsync("/api/segments");
        await CheckAsync("get_list", $"/api/lists/{list}?include=tags&additional-fields[list]=profile_count");
        await CheckAsync("get_segment", $"/api/segments/{segment}?additional-fields[segment]=profile_count");
        await CheckAsync("get_profiles_for_list", $"/api/lists/{list}/profiles?{Everything}");
        await CheckAsync("get_profile_ids_for_list", $"/api/lists/{list}/relationships/profiles");
        await CheckAsync("get_profiles_for_segment", $"/api/segments/{segment}/profiles?{Everything}");
        await CheckAsync("get_profile_ids_for_segment", $"/api/segments/{segment}/relationships/profiles");
    }

    [SpecificationFact]
    public async Task Flows_and_campaigns_fit_the_specification()
    {
        await CheckAsync("get_flows", "/api/flows?include=flow-actions,tags");
        await CheckAsync("get_flows", "/api/flows?filter=equals(archived,true)");
        await CheckAsync("get_flow", $"/api/flows/{await FirstAsync("/api/flows")}?include=flow-actions,tags&additional-fields[flow]=definition");
        foreach (var channel in new[] { "email", "sms" })
        {
            var path = $"/api/campaigns?filter=equals(messages.channel,'{channel}')&include=campaign-messages,tags";
            await CheckAsync("get_campaigns", path);
            await CheckAsync("get_campaign", $"/api/campaigns/{await FirstAsync(path)}?include=campaign-messages");
        }
    }

    [SpecificationFact]
    public async Task Profiles_fit_the_specification()
    {
        await CheckAsync("get_profiles", $"/api/profiles?page[size]=100&{Everything}&include=push-tokens,conversations");
        var id = await FirstAsync("/api/profiles");
        await CheckAsync("get_profile", $"/api/profiles/{id}?{Everything}&include=lists,segments,push-tokens,conversations");
        await CheckAsync("get_lists_for_profile", $"/api/profiles/{id}/lists");
        await CheckAsync("get_list_ids_for_profile", $"/api/profiles/{id}/relationships/lists");
        await CheckAsync("get_segments_for_profile", $"/api/profiles/{id}/segments");
        await CheckAsync("get_segment_ids_for_profile", $"/api/profiles/{id}/relationships/segments");
    }

    [SpecificationFact]
    public async Task Events_fit_the_specification()
    {
        await CheckAsync("get_events", "/api/events?page[size]=1000&include=profile,metric,attributions");
        var id = await FirstAsync("/api/events?filter=has(metric)");
        await CheckAsync("get_event", $"/api/events/{id}?include=profile,metric");
        await CheckAsync("get_profile_for_event", $"/api/events/{id}/profile?{Everything}");
        await CheckAsync("get_profile_id_for_event", $"/api/events/{id}/relationships/profile");
        await CheckAsync("get_metric_for_event", $"/api/events/{id}/metric");
        await CheckAsync("get_metric_id_for_event", $"/api/events/{id}/relationships/metric");
    }

    [SpecificationFact]
    public async Task Devices_and_conversations_fit_the_specification()
    {
        await CheckAsync("get_push_tokens", "/api/push-tokens?page[size]=100&include=profile");
        await CheckAsync("get_push_token", $"/api/push-tokens/{await FirstAsync("/api/push-tokens")}?include=profile");
        var id = await FirstAsync("/api/profiles");
        await CheckAsync("get_push_tokens_for_profile", $"/api/profiles/{id}/push-tokens");
        await CheckAsync("get_conversations_for_profile", $"/api/profiles/{id}/conversations");
    }

    [SpecificationFact]
    public async Task Coupons_and_reviews_fit_the_specification()
    {
        await CheckAsync("get_coupons", "/api/coupons");
        await CheckAsync("get_coupon", $"/api/coupons/{await FirstAsync("/api/coupons")}");
        var codes = $"/api/coupon-codes?filter=any(profile.id,['{await FirstAsync("/api/profiles")}'])&include=coupon";
        await CheckAsync("get_coupon_codes", codes);
        await CheckAsync("get_coupon_codes", "/api/coupon-codes?filter=equals(coupon.id,'WELCOME10')");
        await CheckAsync("get_coupon_code", $"/api/coupon-codes/{await FirstAsync(codes)}?include=coupon");
        await CheckAsync("get_reviews", "/api/reviews?page[size]=100&filter=equals(status,'all')&include=events");
        await CheckAsync("get_review", $"/api/reviews/{await FirstAsync("/api/reviews")}?include=events");
    }

    [SpecificationFact]
    public async Task Custom_objects_fit_the_specification()
    {
        const string path = "/api/object-types?include=current-schema";
        await CheckAsync("get_object_types", path);
        foreach (var type in (await fixture.Sandbox.GetAsync(path)).Ids())
        {
            var records = $"/api/object-types/{type}/object-records?page[size]=100";
            await CheckAsync("get_records_for_object_type", records);
            await CheckAsync("get_object_record", $"/api/object-records/{await FirstAsync(records)}");
        }

        foreach (var schema in (await fixture.Sandbox.GetAsync(path))["included"]!.AsArray())
            await CheckAsync("get_source_mapping_for_object_schema", $"/api/object-schemas/{schema!["id"]}/source-mapping");
    }

    [SpecificationFact]
    public async Task Webhooks_and_what_is_created_fit_the_specification()
    {
        await CheckAsync("get_webhook_topics", "/api/webhook-topics");
        await CheckAsync("get_webhook_topic", $"/api/webhook-topics/{await FirstAsync("/api/webhook-topics")}");
        var id = await PostAsync("create_webhook", "/api/webhooks", """
            {"data":{"type":"webhook","attributes":{"name":"n","endpoint_url":"https://x.example.com/","secret_key":"0123456789abcdef"},
            "relationships":{"webhook-topics":{"data":[{"type":"webhook-topic","id":"event:klaviyo.opened_email"}]}}}}
            """);
        await CheckAsync("get_webhooks", "/api/webhooks?include=webhook-topics");
        await CheckAsync("get_webhook", $"/api/webhooks/{id}?include=webhook-topics");
        await PostAsync("create_profile", "/api/profiles", """{"data":{"type":"profile","attributes":{"email":"schema1@example.com"}}}""");
        await PostAsync("create_or_update_profile", "/api/profile-import", """{"data":{"type":"profile","attributes":{"email":"schema2@example.com"}}}""");
    }

    [SpecificationFact]
    public async Task Suppression_jobs_and_merges_fit_the_specification()
    {
        foreach (var (type, verb) in new[] { ("profile-suppression-bulk-create-job", "suppress"), ("profile-suppression-bulk-delete-job", "unsuppress") })
        {
            var id = await PostAsync($"bulk_{verb}_profiles", $"/api/{type}s", $$"""
                {"data":{"type":"{{type}}","attributes":{"profiles":{"data":[{"type":"profile","attributes":{"email":"schema3@example.com"} }]} } } }
                """, 202);
            await CheckAsync($"get_bulk_{verb}_profiles_job", $"/api/{type}s/{id}");
            await CheckAsync($"get_bulk_{verb}_profiles_jobs", $"/api/{type}s");
        }

        var (source, survivor) = (await fixture.Sandbox.MakeAsync("{}"), await fixture.Sandbox.MakeAsync("{}"));
        await PostAsync("merge_profiles", "/api/profile-merge", $$"""
            {"data":{"type":"profile-merge","id":"{{survivor}}","relationships":{"profiles":{"data":[{"type":"profile","id":"{{source}}"}]} } } }
            """);
    }

    [SpecificationTheory]
    [InlineData("request_profile_deletion", """
        {"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","id":"01","attributes":{}}}}}}
        """)]
    [InlineData("add_profiles_to_list", """{"data":[{"type":"profile","id":"01"}]}""")]
    [InlineData("remove_profiles_from_list", """{"data":[{"type":"profile","id":"01"}]}""")]
    [InlineData("merge_profiles", """
        {"data":{"type":"profile-merge","id":"01","relationships":{"profiles":{"data":[{"type":"profile","id":"02"}]}}}}
        """)]
    public async Task Requests_by_id_have_the_official_form(string operation, string body)
    {
        Assert.Empty(await _schemas.ValidateRequestAsync(operation, body));
        Assert.NotEmpty(await _schemas.ValidateRequestAsync(operation, body.Replace("\"data\"", "\"datum\"", StringComparison.Ordinal)));
    }

    [SpecificationTheory]
    [MemberData(nameof(PersonWrites.Operations), MemberType = typeof(PersonWrites))]
    public async Task Requests_of_the_tests_fit_the_specification(string operation)
    {
        var body = PersonWrites.Of(operation).Body;

        Assert.Empty(await _schemas.ValidateRequestAsync(operation, body));
        Assert.NotEmpty(await _schemas.ValidateRequestAsync(operation, body.Replace("\"type\":\"profile\"", "\"type\":\"person\"", StringComparison.Ordinal)));
    }

    [SpecificationFact]
    public async Task The_validators_notice_what_is_missing_or_of_another_kind()
    {
        var document = await fixture.Sandbox.GetAsync("/api/events?page[size]=1");
        Assert.Empty(await _schemas.ValidateAsync("get_events", 200, document.ToJsonString()));

        document["data"]![0]!["type"] = "occurrence";
        Assert.NotEmpty(await _schemas.ValidateAsync("get_events", 200, document.ToJsonString()));
        document["data"]![0]!["type"] = "event";
        document["data"]![0]!["attributes"]!["timestamp"] = "noon";
        Assert.NotEmpty(await _schemas.ValidateAsync("get_events", 200, document.ToJsonString()));
        document["data"]![0]!.AsObject().Remove("attributes");
        Assert.NotEmpty(await _schemas.ValidateAsync("get_events", 200, document.ToJsonString()));
    }

    private async Task CheckAsync(string operationId, string path)
    {
        var document = await fixture.Sandbox.GetAsync(path);
        AssertFits(path, await _schemas.ValidateAsync(operationId, 200, document.ToJsonString()));
    }

    private async Task<string> PostAsync(string operationId, string path, string body, int status = 201)
    {
        using var content = JsonContent.Create(JsonNode.Parse(body));
        using var response = await fixture.Sandbox.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, text);
        AssertFits(path, await _schemas.ValidateAsync(operationId, status, text));
        return (string)JsonNode.Parse(text)!["data"]!["id"]!;
    }

    private async Task<string> FirstAsync(string path) => (await fixture.Sandbox.GetAsync(path)).Ids()[0];

    private static void AssertFits(string path, IReadOnlyList<string> errors) =>
        Assert.True(errors.Count == 0, $"{path}: {string.Join(Environment.NewLine, errors.Take(5))}");
}
