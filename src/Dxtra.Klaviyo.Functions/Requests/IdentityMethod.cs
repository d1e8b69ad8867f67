namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How a person proves who they are; Dxtra's ways.</summary>
internal enum IdentityMethod
{
    /// <summary>A one-time code, sent to the address that the request names.</summary>
    Email,

    /// <summary>Signed in to the controller's shop or portal.</summary>
    Account,

    /// <summary>A document was checked.</summary>
    Document,

    /// <summary>Somebody of the controller's vouches.</summary>
    Attestation,
}
