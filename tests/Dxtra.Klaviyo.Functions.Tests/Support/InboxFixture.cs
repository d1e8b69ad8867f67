using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The inbox of one processor with all that is around it, in memory.</summary>
internal sealed class InboxFixture
{
    public const string ProcessorId = "p1";

    public InboxFixture()
    {
        Registration = Some.Webhook(Controller, ProcessorId);
        Registrations = new(Registration);
        Processors = new(Some.Processor(Controller, ProcessorId));
        Endpoints = new(Registrations, WebhookSecrets, Time);
        Seal = new(new ControllerKeys(Secrets));
        Bell = new(Doors, Time);
        Intake = new(Store, Seal, Bell, Time);
        Worker = new(Store, Seal, Events, Desk, Time, NullLogger<InboxWorker>.Instance);
    }

    public string Controller { get; } = Some.Controller();

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public FakeSecretStore Secrets { get; } = new();

    public WebhookSecrets WebhookSecrets => new(Secrets);

    public WebhookRegistration Registration { get; }

    public FakeWebhookStore Registrations { get; }

    public FakeProcessorStore Processors { get; }

    public FakeActivityLog Activity { get; } = new();

    public WebhookEndpoints Endpoints { get; }

    public FakeInboxStore Store { get; } = new();

    public FakeInboxDoors Doors { get; } = new();

    public FakeConsentEvents Events { get; } = new();

    public OnceDesk Desk { get; } = new();

    public FakeDurableClient Client { get; } = new();

    public InboxSeal Seal { get; }

    public InboxBell Bell { get; }

    public InboxIntake Intake { get; }

    public InboxWorker Worker { get; }

    public WebhookReception Reception => new(Endpoints, Intake, NullLogger<WebhookReception>.Instance);

    public ReceiveWebhookHandler System => new(Reception, Options.Create(new WebhooksOptions()), Time, NullLogger<ReceiveWebhookHandler>.Instance);

    public ReceiveFlowWebhookHandler Flow => new(Reception, Registrations, Endpoints, Processors, Time);

    public WorkOffInboxActivity WorkOff => new(Store, Doors, Worker, Time);

    public CloseInboxActivity Close => new(Store, Doors, Time);

    public InboxSweepHandler Sweep => new(Store, Doors, Bell, Time, NullLogger<InboxSweepHandler>.Instance);

    public async Task<string> SigningSecretAsync() => (await WebhookSecrets.SigningAsync(ProcessorId, CancellationToken.None)).Current;

    /// <summary>A delivery with a right signature, made now.</summary>
    public async Task<ReceiveResult> DeliverAsync(byte[] body) =>
        await System.HandleAsync(ProcessorId, Deliveries.Sign(body, await SigningSecretAsync(), Time.GetUtcNow()), Client, CancellationToken.None);

    public Task StoreAsync(byte[] content, InboxKind kind = InboxKind.System) =>
        Intake.TakeAsync(Registration, kind, content, Client, CancellationToken.None);

    public async Task WorkOffAllAsync()
    {
        foreach (var item in Store.Items.Where(item => item.State == InboxState.Waiting))
            await Worker.WorkOffAsync(item, CancellationToken.None);
    }

    public InboxWork Work(int run = 1) => new(Controller, ProcessorId, run);
}
