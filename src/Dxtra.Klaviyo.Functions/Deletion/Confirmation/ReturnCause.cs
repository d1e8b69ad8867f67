using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What brought a person back, as far as it can be seen now: the return is certain without its cause.</summary>
internal static class ReturnCause
{
    /// <inheritdoc cref="FirstEvent.FindAsync"/>
    public static async Task<(string? Metric, string? Integration)> FindAsync(KlaviyoClient klaviyo, string profileId, CancellationToken cancellationToken)
    {
        try
        {
            return await FirstEvent.FindAsync(klaviyo, profileId, cancellationToken);
        }
        catch (KlaviyoException)
        {
            return (null, null);
        }
    }
}
