namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>What a caller needs for an operation.</summary>
internal enum Need
{
    /// <summary>Open to all.</summary>
    Nothing,

    /// <summary>A token for the controller, whatever its roles.</summary>
    AnyRole,

    /// <summary>The role for processors.</summary>
    Admin,

    /// <summary>The role for customer data.</summary>
    CustomerData,
}

/// <summary>Least privilege, one line per HTTP function. What is not listed is refused.</summary>
internal static class Operations
{
    public static IReadOnlyDictionary<string, Need> Needs { get; } = new Dictionary<string, Need>(StringComparer.OrdinalIgnoreCase)
    {
        ["Health"] = Need.Nothing,
        ["GetCertificateKeys"] = Need.Nothing,

        // Klaviyo calls these: a signature and a secret of their own stand for the token.
        ["ReceiveWebhook"] = Need.Nothing,
        ["ReceiveFlowWebhook"] = Need.Nothing,

        ["VerifyProcessor"] = Need.Admin,
        ["CreateProcessor"] = Need.Admin,
        ["ConfirmProcessor"] = Need.Admin,
        ["ListProcessors"] = Need.AnyRole,
        ["GetProcessor"] = Need.AnyRole,
        ["Resync"] = Need.Admin,
        ["GetResync"] = Need.AnyRole,

        ["IssueFlowWebhook"] = Need.Admin,
        ["RotateWebhookSecret"] = Need.Admin,
        ["ListInbox"] = Need.Admin,
        ["RetryInboxMessage"] = Need.Admin,

        ["RequestAccess"] = Need.CustomerData,
        ["RequestBatch"] = Need.CustomerData,
        ["GetBatch"] = Need.CustomerData,
        ["RequestDeletion"] = Need.CustomerData,
        ["ProveIdentity"] = Need.CustomerData,
        ["ListRequests"] = Need.CustomerData,
        ["GetRequest"] = Need.CustomerData,
        ["GetPreview"] = Need.CustomerData,
        ["ExecuteRequest"] = Need.CustomerData,
        ["ApproveRequest"] = Need.CustomerData,
        ["RetryRequest"] = Need.CustomerData,
        ["CancelRequest"] = Need.CustomerData,
        ["ExtendRequest"] = Need.CustomerData,
        ["DownloadExport"] = Need.CustomerData,
        ["GetCertificate"] = Need.CustomerData,
        ["GetLetter"] = Need.CustomerData,

        ["ListConsentChanges"] = Need.CustomerData,
        ["GetCurrentConsent"] = Need.CustomerData,
        ["SetConsent"] = Need.CustomerData,
        ["GetConsentOrder"] = Need.CustomerData,
        ["ListConsentOrders"] = Need.CustomerData,
        ["LookUpConsent"] = Need.CustomerData,
        ["PreviewConsent"] = Need.CustomerData,
    };
}
