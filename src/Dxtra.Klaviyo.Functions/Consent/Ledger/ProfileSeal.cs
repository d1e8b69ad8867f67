using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Keeps the id of a profile for as long as something is still to be done for it, encrypted with the controller's key.</summary>
internal sealed class ProfileSeal(ControllerKeys keys)
{
    public async Task<string> SealAsync(LedgerSubject subject, string profileId, CancellationToken cancellationToken) =>
        SubjectCipher.Encrypt(profileId, subject.SubjectKey, await keys.EncryptionAsync(subject.Controller, cancellationToken));

    public async Task<string> OpenAsync(LedgerSubject subject, string sealedProfile, CancellationToken cancellationToken) =>
        SubjectCipher.Decrypt<string>(sealedProfile, subject.SubjectKey, await keys.EncryptionAsync(subject.Controller, cancellationToken));
}
