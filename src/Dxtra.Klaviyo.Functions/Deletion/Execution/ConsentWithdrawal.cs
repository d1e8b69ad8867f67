using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What there is to withdraw on a channel.</summary>
internal static class ConsentWithdrawal
{
    /// <summary>Marketing always, transactional where there is consent to it: nobody is written down for what they never had.</summary>
    public static ConsentChannels Sms(string? transactional) =>
        ConsentChannels.SmsMarketing | (transactional == HeldConsent.Subscribed ? ConsentChannels.SmsTransactional : ConsentChannels.None);

    /// <summary>The channels of a step that are not withdrawn yet.</summary>
    public static ConsentChannels Open(ErasureStep step, ProfileSubscriptions? now) => step switch
    {
        ErasureStep.UnsubscribeEmail => Unless(HeldConsent.Unsubscribed, now, ConsentChannels.EmailMarketing),
        _ => Unless(HeldConsent.Unsubscribed, now, ConsentChannels.SmsMarketing)
            | (HeldConsent.Of(now, ConsentChannels.SmsTransactional).State == HeldConsent.Subscribed ? ConsentChannels.SmsTransactional : ConsentChannels.None),
    };

    private static ConsentChannels Unless(string state, ProfileSubscriptions? now, ConsentChannels channel) =>
        HeldConsent.Of(now, channel).State == state ? ConsentChannels.None : channel;
}
