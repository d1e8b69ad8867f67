using Dxtra.Klaviyo.Local.Api;
using Dxtra.Klaviyo.Local.Display;

namespace Dxtra.Klaviyo.Local.Demo;

/// <summary>Asks for a request's state until it is over, and shows how far it is.</summary>
internal sealed class RequestFollower(DxtraApi api, IStepProgress progress)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>The completed request.</returns>
    /// <exception cref="LauncherException">It ended in any other way.</exception>
    public async Task<Answers.Request> FollowAsync(string requestId, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var request = await api.GetRequestAsync(requestId, ct);
            switch (request.Status)
            {
                case "completed":
                    return request;
                case "failed" or "cancelled":
                    throw new LauncherException($"The request {request.Status}: {request.Outcome?.Result ?? "no outcome was given"}.");
                default:
                    Show(request);
                    await timer.WaitForNextTickAsync(ct);
                    break;
            }
        }
    }

    private void Show(Answers.Request request)
    {
        var step = StepText(request.Step ?? request.Status);
        if (request.Progress is { Total: > 0 } counted)
            progress.Count($"{step}: {counted.Unit}", counted.Done, counted.Total);
        else
            progress.Say(step);
    }

    /// <returns><c>Finding profiles</c> for <c>findingProfiles</c>.</returns>
    internal static string StepText(string step)
    {
        var words = string.Concat(step.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
