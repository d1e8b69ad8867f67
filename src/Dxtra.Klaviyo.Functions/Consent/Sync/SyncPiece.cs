namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What one step of a cycle read.</summary>
/// <param name="Tally">Counts.</param>
/// <param name="Reached">Where the next step goes on; null when there is none.</param>
/// <param name="Refusal">Why Klaviyo did not let it read.</param>
internal sealed record SyncPiece(SyncTally Tally, DateTimeOffset? Reached = null, SyncOutcome? Refusal = null)
{
    /// <summary>Runs a step; Klaviyo's refusals are outcomes, its silence is a fault.</summary>
    public static async Task<SyncPiece> OrRefusalAsync(Func<Task<SyncPiece>> read)
    {
        try
        {
            return await read();
        }
        catch (Client.KlaviyoAuthenticationException)
        {
            return new(new(), Refusal: SyncOutcome.AuthenticationFailed);
        }
        catch (Client.KlaviyoPermissionException)
        {
            return new(new(), Refusal: SyncOutcome.MissingScope);
        }
    }
}
