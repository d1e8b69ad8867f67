namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>Every call of the client with every parameter it can send, by a name of its own.</summary>
internal static class Operations
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 15, 14, 0, 0, TimeSpan.FromHours(2));

    private static readonly PushDevice Device = new("1234567890abcdef", "ios", "apns");

    private static readonly ConsentChannels EveryChannel =
        Enum.GetValues<ConsentChannels>().Aggregate((all, channel) => all | channel);

    public static IReadOnlyDictionary<string, Func<KlaviyoClient, Task>> All { get; } = new Dictionary<string, Func<KlaviyoClient, Task>>
    {
        ["Accounts.Get"] = client => client.Accounts.GetAsync(),
        ["Metrics.List"] = client => DrainAsync(client.Metrics.ListAsync()),
        ["Metrics.Find"] = client => client.Metrics.FindAsync("UxxK1u"),
        ["Lists.List"] = client => DrainAsync(client.Lists.ListAsync()),
        ["Lists.List filtered"] = client => DrainAsync(client.Lists.ListAsync(KlaviyoFilter.Any("name", ["VIP  List"]))),
        ["Lists.List with flows"] = client => DrainAsync(client.Lists.ListAsync(KlaviyoFilter.Any("id", ["Y6nRLr"]), withFlows: true)),
        ["Lists.Find"] = client => client.Lists.FindAsync("Y6nRLr"),
        ["Lists.Get with count"] = client => client.Lists.GetAsync("Y6nRLr", withProfileCount: true),
        ["Lists.GetMembers"] = client => DrainAsync(client.Lists.GetMembersAsync("Y6nRLr")),
        ["Lists.GetMembers filtered"] = client => DrainAsync(client.Lists.GetMembersAsync(
            "Y6nRLr",
            MemberFilter.Email("ada+news@example.com").And(MemberFilter.JoinedSince(Noon)),
            ProfileAdditionalFields.All,
            [ProfileFields.Email, ProfileFields.JoinedGroupAt])),
        ["Segments.List"] = client => DrainAsync(client.Segments.ListAsync(KlaviyoFilter.Equals("is_active", true))),
        ["Segments.Find"] = client => client.Segments.FindAsync("SmBrLs", withProfileCount: true),
        ["Segments.Get"] = client => client.Segments.GetAsync("SmBrLs"),
        ["Segments.GetMembers"] = client => DrainAsync(client.Segments.GetMembersAsync(
            "SmBrLs", MemberFilter.ProfileId("01GDDKASAP8TKDDA2GRZDSVP4H"), fields: [ProfileFields.JoinedGroupAt])),
        ["Flows.List"] = client => DrainAsync(client.Flows.ListAsync(filter: KlaviyoFilter.Equals("status", "live"))),
        ["Flows.List with actions"] = client => DrainAsync(client.Flows.ListAsync(filter: KlaviyoFilter.Any("id", ["XVTP5Q"]), withActions: true)),
        ["Flows.Find"] = client => client.Flows.FindAsync("XVTP5Q"),
        ["Campaigns.List"] = client => DrainAsync(client.Campaigns.ListAsync(
            CampaignChannels.MobilePush, filter: KlaviyoFilter.GreaterOrEqual("updated_at", Noon))),
        ["Profiles.Search by e-mail"] = client => DrainAsync(client.Profiles.SearchAsync(
            ProfileFilter.Email("ada+news@example.com"), ProfileAdditionalFields.Subscriptions, ProfileIncludes.All)),
        ["Profiles.Search by phone"] = client => DrainAsync(client.Profiles.SearchAsync(ProfileFilter.PhoneNumber("+15005550006"))),
        ["Profiles.Search by external id"] = client => DrainAsync(client.Profiles.SearchAsync(ProfileFilter.ExternalId("a \"b\" \\c"))),
        ["Profiles.Search by id"] = client => DrainAsync(client.Profiles.SearchAsync(ProfileFilter.Id("01A", "01B"))),
        ["Profiles.Search updated"] = client => DrainAsync(client.Profiles.SearchAsync(
            ProfileFilter.UpdatedAfter(Noon).And(ProfileFilter.UpdatedBefore(Noon.AddDays(1))),
            fields: [ProfileFields.Updated],
            sort: ProfileSort.OldestUpdateFirst)),
        ["Profiles.Search newest"] = client => DrainAsync(client.Profiles.SearchAsync(sort: ProfileSort.NewestFirst)),
        ["Profiles.FindById"] = client => client.Profiles.FindByIdAsync("01GDDKASAP8TKDDA2GRZDSVP4H", ProfileAdditionalFields.All),
        ["Profiles.GetLists"] = client => DrainAsync(client.Profiles.GetListsAsync("01GDDKASAP8TKDDA2GRZDSVP4H")),
        ["Profiles.GetSegments"] = client => DrainAsync(client.Profiles.GetSegmentsAsync("01GDDKASAP8TKDDA2GRZDSVP4H")),
        ["Profiles.GetWithGroups"] = client => client.Profiles.GetWithGroupsAsync(
            "01GDDKASAP8TKDDA2GRZDSVP4H", ProfileAdditionalFields.Subscriptions),
        ["Profiles.GetPushTokens"] = client => DrainAsync(client.Profiles.GetPushTokensAsync("01GDDKASAP8TKDDA2GRZDSVP4H")),
        ["Profiles.GetConversations"] = client => DrainAsync(client.Profiles.GetConversationsAsync("01GDDKASAP8TKDDA2GRZDSVP4H")),
        ["Events.Search"] = client => DrainAsync(client.Events.SearchAsync(
            EventFilter.Profile("01GDDKASAP8TKDDA2GRZDSVP4H"), EventIncludes.All, EventSort.OldestFirst)),
        ["Events.Search window"] = client => DrainAsync(client.Events.SearchAsync(
            EventFilter.Metric("UxxK1u", "VyyL2v").And(EventFilter.Since(Noon)).And(EventFilter.Before(Noon.AddHours(1)))
                .And(EventFilter.HasMetric).And(EventFilter.HasProfile),
            sort: EventSort.NewestFirst,
            pageSize: 1)),
        ["Events.Get"] = client => client.Events.GetAsync("4vRpBT111aa"),
        ["PushTokens.Search"] = client => DrainAsync(client.PushTokens.SearchAsync("01GDDKASAP8TKDDA2GRZDSVP4H")),
        ["CouponCodes.Search"] = client => DrainAsync(client.CouponCodes.SearchAsync(["01A", "01B"])),
        ["Reviews.List"] = client => DrainAsync(client.Reviews.ListAsync()),
        ["Reviews.List with events"] = client => DrainAsync(client.Reviews.ListAsync(
            KlaviyoFilter.GreaterOrEqual("created", Noon), includeEvents: true)),
        ["CustomObjects.ListTypes"] = client => DrainAsync(client.CustomObjects.ListTypesAsync()),
        ["CustomObjects.GetRecords"] = client => DrainAsync(client.CustomObjects.GetRecordsAsync("01K5YKKQKM819VVGCPZZKGE6D4")),
        ["CustomObjects.FindSourceMapping"] = client => client.CustomObjects.FindSourceMappingAsync("01K61DKJ7EKJ0ES9VE456XF5JG"),
        ["Webhooks.List"] = client => DrainAsync(client.Webhooks.ListAsync()),
        ["Webhooks.ListTopics"] = client => DrainAsync(client.Webhooks.ListTopicsAsync()),
        ["Webhooks.Get"] = client => client.Webhooks.GetAsync("01HNCC"),
        ["Webhooks.Create"] = client => client.Webhooks.CreateAsync(
            "Dxtra", new Uri("https://hooks.example.com/k?x=1"), "sixteen characters", ["event:klaviyo.opened_email"]),
        ["Webhooks.Update"] = client => client.Webhooks.UpdateAsync("01HNCC", new WebhookChange { Enabled = true }),
        ["Webhooks.Update all"] = client => client.Webhooks.UpdateAsync("01HNCC", new WebhookChange
        {
            Name = "Dxtra",
            EndpointUrl = new Uri("https://hooks.example.com/k"),
            Secret = "sixteen characters",
            Enabled = false,
            TopicIds = ["event:klaviyo.opened_email", "event:klaviyo.clicked_email"],
        }),
        ["Webhooks.Delete"] = client => client.Webhooks.DeleteAsync("01HNCC"),
        ["Lists.AddMembers"] = client => client.Lists.AddMembersAsync("Y6nRLr", ["01A", "01B"]),
        ["Lists.RemoveMembers"] = client => client.Lists.RemoveMembersAsync("Y6nRLr", ["01A", "01B"]),
        ["Subscriptions.Unsubscribe e-mail"] = client => client.Subscriptions.UnsubscribeAsync(
            [new() { Email = "ada+news@example.com", Channels = ConsentChannels.EmailMarketing }]),
        ["Subscriptions.Unsubscribe sms"] = client => client.Subscriptions.UnsubscribeAsync(
            [new() { PhoneNumber = "+15005550006", Channels = ConsentChannels.SmsMarketing | ConsentChannels.SmsTransactional }]),
        ["Subscriptions.Unsubscribe all"] = client => client.Subscriptions.UnsubscribeAsync(
            [new() { Email = "ada@example.com", PhoneNumber = "+15005550006", Channels = EveryChannel, PushDevices = [Device] }]),
        ["Subscriptions.Subscribe"] = client => client.Subscriptions.SubscribeAsync(
            [new() { ProfileId = "01A", Email = "ada@example.com", Channels = ConsentChannels.EmailMarketing }]),
        ["Subscriptions.Subscribe all"] = client => client.Subscriptions.SubscribeAsync(
            [
                new()
                {
                    Email = "ada@example.com",
                    PhoneNumber = "+15005550006",
                    Channels = EveryChannel & ~ConsentChannels.WhatsAppConversational,
                    PushDevices = [Device],
                    ConsentedAt = Noon,
                },
            ],
            new() { ListId = "Y6nRLr", Source = "Fair", HistoricalImport = true }),
        ["Subscriptions.Suppress"] = client => client.Subscriptions.SuppressAsync(["ada@example.com", "bob@example.com"]),
        ["Subscriptions.Unsuppress"] = client => client.Subscriptions.UnsuppressAsync(["ada@example.com"]),
        ["Subscriptions.GetSuppressionJob"] = client => client.Subscriptions.GetSuppressionJobAsync("01J"),
        ["Subscriptions.GetUnsuppressionJob"] = client => client.Subscriptions.GetUnsuppressionJobAsync("01J"),
        ["DataPrivacy.RequestDeletion"] = client => client.DataPrivacy.RequestDeletionAsync("01GDDKASAP8TKDDA2GRZDSVP4H"),
        ["An id that needs escaping"] = client => client.Profiles.FindByIdAsync("a/b?c#d e%2F+"),
    };

    private static async Task DrainAsync<T>(IAsyncEnumerable<KlaviyoPage<T>> pages)
    {
        await foreach (var _ in pages)
        {
        }
    }
}
