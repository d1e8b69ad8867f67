using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Things that tests need one of, whichever it is.</summary>
internal static class Some
{
    public const string ApiKey = "pk_5ecret5ecret5ecret5ecret5ecret99z9";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static readonly KlaviyoAccount Account = new("AbC123", "A Shop", "Europe/Berlin", "EUR", "en-US", false);

    public static readonly SubjectIdentity Ada = new("ada@example.com", null, null, null);

    /// <summary>A controller that no other test acts for.</summary>
    public static string Controller() => $"did:dep:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    public static RequestWork Work(string? controller = null) => new(controller ?? Controller(), DescendingId.New(Now), DescendingId.New(Now));

    public static SubjectRequest Request(RequestWork? work = null, RequestStatus status = RequestStatus.Received)
    {
        var (controller, processorId, requestId, _, _) = work ?? Work();
        return new()
        {
            Id = requestId,
            ControllerDid = controller,
            ProcessorId = processorId,
            Kind = RequestKind.Access,
            Status = status,
            Regulation = "gdpr",
            ReceivedAt = Now,
            DueAt = Now.AddMonths(1),
            CreatedAt = Now,
            Formats = ["json"],
            SubjectCipherText = "c2VhbGVk",
            SubjectKey = $"5ub3ec7{requestId}",
            SubjectMasked = "a***@e***.com",
        };
    }

    public static Processor Processor(string controller, string? id = null, ProcessorStatus status = ProcessorStatus.Active) => new()
    {
        Id = id ?? DescendingId.New(Now),
        ControllerDid = controller,
        Name = "Klaviyo",
        Status = status,
        Account = Account,
        KeyHint = "99z9",
        CreatedAt = Now,
        LastVerifiedAt = Now,
    };

    public static WebhookRegistration Webhook(string controller, string processorId) => new()
    {
        ControllerDid = controller,
        ProcessorId = processorId,
        State = WebhookState.Active,
        WebhookId = Deliveries.WebhookId,
        NextCheckAt = Now,
    };

    public static KlaviyoKey Key(string text = ApiKey) =>
        KlaviyoKey.TryParse(text, out var key, out _) ? key : throw new ArgumentException("This is no key.", nameof(text));

    /// <summary>Thirty days from <see cref="Now"/>.</summary>
    public static ExportRetention Retention(IExportExpiryStore expiries) =>
        new(expiries, new FakeExportStore(), Options.Create(new AccessOptions()), new FakeTimeProvider(Now));

    /// <summary>Thirty days from a request's end.</summary>
    public static RequestRetention RequestRetention(IRetentionStore? store = null) => new(store ?? new FakeRetentionStore(), Options.Create(new RequestsOptions()));

    /// <summary>Takes requests in for a processor that is connected.</summary>
    public static RequestDesk Desk(IProcessorStore processors, IRequestStore requests, SubjectVault vault, IRetentionStore? store = null) =>
        new(processors, requests, new(requests, new FakePendingStartStore()), vault, RequestRetention(store));

    /// <summary>A deletion request that waits for its person's identity.</summary>
    public static SubjectRequest Deletion(RequestWork? work = null, RequestStatus status = RequestStatus.AwaitingIdentity) => Request(work, status) with
    {
        Kind = RequestKind.Deletion,
        Formats = [],
        Deletion = new() { Scope = [DeletionScope.Profile], IdentityDueAt = Now.AddDays(14) },
    };

    public static PartResult Part(int profile, string category, int rows = 0, GapReason? gap = null) =>
        new(profile, category, "get_it", rows, 1, rows * 10, gap is null ? new string('0', 64) : null, Now, gap, rows == 0 ? [] : [ExportNames.PartFile(profile, category)]);
}
