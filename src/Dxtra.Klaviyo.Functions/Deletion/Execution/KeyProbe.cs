using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Tells a key that is refused from an endpoint that refuses it: the deletion endpoint was seen to answer 401 to good keys.</summary>
internal static class KeyProbe
{
    /// <summary>What a fault of Klaviyo's means for a step.</summary>
    public static async Task<StepResult> ResultOfAsync(KlaviyoClient klaviyo, KlaviyoException fault, int attempt, CancellationToken cancellationToken) => fault switch
    {
        KlaviyoThrottledException throttled => new(StepState.Refused, Attempt: attempt, Seconds: (int)Math.Ceiling(throttled.RetryAfter?.TotalSeconds ?? 0)),
        KlaviyoAuthenticationException when await IsKeyRefusedAsync(klaviyo, cancellationToken) => new(StepState.KeyRefused, Attempt: attempt),
        _ => new(StepState.Refused, Attempt: attempt),
    };

    public static async Task<bool> IsKeyRefusedAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            await klaviyo.Accounts.GetAsync(cancellationToken);
            return false;
        }
        catch (KlaviyoAuthenticationException)
        {
            return true;
        }
        catch (KlaviyoException)
        {
            // Not allowed to see the account, or no answer: nothing is said about the key.
            return false;
        }
    }
}
