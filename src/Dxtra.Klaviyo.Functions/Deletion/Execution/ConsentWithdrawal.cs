using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What there is to withdraw on a channel.</summary>
internal static class ConsentWithdrawal
{
    private const string Unsubscribed = "UNSUBSCRIBED";
    private const string Subscribed = "SUBSCRIBED";

    /// <summary>Marketing always, transactional where there is consent to it: nobody is written down for what they never had.</summary>
    public static ConsentChannels Sms(string? transactional) =>
        ConsentChannels.SmsMarketing | (transactional == Subscribed ? ConsentChannels.SmsTransactional : ConsentChannels.None);

    /// <summary>The channels of a step that are not withdrawn yet.</summary>
    public static ConsentChannels Open(ErasureStep step, ProfileSubscriptions? now) => step switch
    {
        ErasureStep.UnsubscribeEmail => now?.Email?.Marketing?.Consent == Unsubscribed ? ConsentChannels.None : ConsentChannels.EmailMarketing,
        _ => (now?.Sms?.Marketing?.Consent == Unsubscribed ? ConsentChannels.None : ConsentChannels.SmsMarketing)
            | (now?.Sms?.Transactional?.Consent == Subscribed ? ConsentChannels.SmsTransactional : ConsentChannels.None),
    };
}
