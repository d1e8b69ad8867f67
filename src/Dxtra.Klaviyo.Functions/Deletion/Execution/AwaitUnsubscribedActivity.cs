using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Looks whether an unsubscription that Klaviyo took has come into effect.</summary>
internal sealed class AwaitUnsubscribedActivity(IRequestStore requests, PictureVault pictures, IKlaviyoConnections connections)
{
    internal sealed record Input(RequestWork Work, int Profile, ErasureStep Step);

    /// <returns>False also when it cannot be seen now.</returns>
    [Function(nameof(AwaitUnsubscribedActivity))]
    public async Task<bool> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        var picture = await pictures.ReadAsync(work, request!.Deletion!.Preview!.Number, cancellationToken);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        try
        {
            var now = await klaviyo.Profiles.FindByIdAsync(
                picture.Profiles[input.Profile].Identity.Id, ProfileAdditionalFields.Subscriptions, cancellationToken);
            return now is null || ConsentWithdrawal.Open(input.Step, now.Attributes.Subscriptions) == ConsentChannels.None;
        }
        catch (KlaviyoException)
        {
            return false;
        }
    }
}
