using System.Net;
using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Sandbox;
using Dxtra.Klaviyo.Local.Stack;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>The demo's steps once everything runs: verify, create, confirm, ask, follow, download. Each ends when the app does.</summary>
internal sealed class DemoJourney(LocalStack stack, DxtraApi api, DemoKlaviyo klaviyo, string outputDirectory, IStepDisplay display)
{
    private static readonly string[] Formats = ["json", "csv", "html", "pdf"];

    public async Task<DemoExport> WalkAsync(CancellationToken ct)
    {
        var processor = await ConnectAsync(ct);
        var email = klaviyo.Email ?? await PickCustomerAsync(ct);
        var posted = await StepAsync("Post the access request", async (_, stop) =>
        {
            var request = await api.RequestAccessAsync(processor.Id, email, Formats, stop);
            return (request, $"Access request {request.Id} was accepted.");
        }, ct);
        var completed = await StepAsync("Answer the access request", async (progress, stop) =>
        {
            var request = await new RequestFollower(api, progress).FollowAsync(posted.Id, stop);
            return (request, "The request is completed.");
        }, ct);
        return await StepAsync("Download the export", async (_, stop) =>
        {
            var export = await DownloadAsync(completed, stop);
            return (export, $"The export was downloaded in {export.Files.Count} formats: {export.Files.Sum(file => file.Bytes):N0} bytes.");
        }, ct);
    }

    private async Task<Answers.Processor> ConnectAsync(CancellationToken ct)
    {
        await StepAsync("Verify the key", async (_, stop) =>
        {
            var found = await api.VerifyAsync(klaviyo.ApiKey, stop);
            var (account, lists, segments) = found;
            return (found, $"The key opens \"{account.Name}\" ({account.Id}): {lists.Count} lists, {segments.Count} segments.");
        }, ct);
        var created = await StepAsync("Create the processor", async (_, stop) =>
        {
            var processor = await api.CreateProcessorAsync(klaviyo.ApiKey, stop);
            return (processor, $"Processor {processor.Id} was created.");
        }, ct);
        return await StepAsync("Confirm the processor", async (_, stop) =>
        {
            var processor = await api.ConfirmAsync(created.Id, stop);
            return (processor, $"The processor is {processor.Status}.");
        }, ct);
    }

    private Task<string> PickCustomerAsync(CancellationToken ct) =>
        display.StepAsync("Pick a customer", async _ =>
        {
            var person = await SandboxPeople.PickAsync(stack.Sandbox!.BaseAddress, ct);
            return (person.Email!, $"A customer asks for their data: {person.Email}.");
        });

    private async Task<DemoExport> DownloadAsync(Answers.Request request, CancellationToken ct)
    {
        var files = new List<DownloadedFile>();
        foreach (var format in Formats)
            files.Add(await ExportDownload.SaveAsync(await api.GetExportLinkAsync(request.Id, format, ct), outputDirectory, ct));
        return new DemoExport(files, request);
    }

    private Task<T> StepAsync<T>(string doing, Func<IStepProgress, CancellationToken, Task<(T, string)>> work, CancellationToken ct) =>
        display.StepAsync(doing, progress => stack.App.WhileAliveAsync(stop => WithLogAsync(() => work(progress, stop)), ct));

    /// <summary>A fault of the app is explained by its log, which lies in a directory that is about to be removed.</summary>
    private async Task<T> WithLogAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ProblemException e) when (e.Status >= HttpStatusCode.InternalServerError)
        {
            IEnumerable<string> lines = [e.Message, "The app's last lines:", .. stack.App.Output.LastLines];
            throw new LauncherException(string.Join(Environment.NewLine, lines), e);
        }
    }
}
