using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.Display;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Stack;
using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>The first journey, watched: everything started afresh, an account connected, an access request answered, all stopped again.</summary>
internal sealed class DemoRun(DemoOptions options, OutsideSettings outside, IStepDisplay display)
{
    /// <exception cref="StepFailedException">Names the step and the reason.</exception>
    /// <exception cref="LauncherException">Something that is needed is missing, or the run took too long.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        DemoKlaviyo.EnsureComplete(outside, options.Email);
        if (outside.Has(SettingNames.Authority) && !outside.Has(SettingNames.DevelopmentKey))
            throw new LauncherException($"{SettingNames.Authority} is set; the demo signs its own token and cannot use an issuer. Unset it.");

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Patience);
        try
        {
            await WithFreshDataAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LauncherException(
                $"The demo was not done after {options.Patience.TotalMinutes:0.#} minutes and was given up at the step \"{display.Current}\".");
        }
    }

    private async Task WithFreshDataAsync(CancellationToken ct)
    {
        using var data = new TemporaryDirectory();
        DemoExport export;
        await using (var stack = await LocalStack.StartAsync(new StackOptions { DataDirectory = data.Path }, outside, display, ct))
        {
            var controller = DevelopmentController.NewDid();
            var token = DevelopmentToken.Create(stack.DevelopmentKey!, controller, roles: null, DateTimeOffset.UtcNow);
            using var api = new DxtraApi(stack.App.BaseAddress, controller, token);
            var klaviyo = DemoKlaviyo.From(stack.Sandbox, outside, options.Email);
            export = await new DemoJourney(stack, api, klaviyo, options.OutputDirectory, display).WalkAsync(ct);
        }

        DemoSummary.Print(export, display);
    }
}
