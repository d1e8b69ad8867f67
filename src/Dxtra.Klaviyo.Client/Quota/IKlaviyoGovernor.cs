namespace Dxtra.Klaviyo.Client;

/// <summary>What every attempt to call Klaviyo passes.</summary>
internal interface IKlaviyoGovernor
{
    /// <summary>Waits for the call's turn, if that is not far.</summary>
    /// <exception cref="KlaviyoQuotaException">Its turn is farther away than this caller waits.</exception>
    ValueTask<QuotaPass> AdmitAsync(QuotaCaller caller, KlaviyoRequest request, CancellationToken cancellationToken);

    /// <summary>How long the call would have to wait now, as far as can be told.</summary>
    TimeSpan WouldWait(QuotaCaller caller, KlaviyoRequest request);

    /// <summary>Whose key a caller has.</summary>
    void Identify(QuotaCaller caller, string accountId);
}
