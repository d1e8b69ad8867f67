namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a deletion request asks for; any combination.</summary>
internal enum DeletionScope
{
    /// <summary>Unsubscribed from e-mail marketing and taken off every list that serves e-mail.</summary>
    EmailLists,

    /// <summary>Unsubscribed from SMS, marketing and transactional; membership of lists follows the other channels.</summary>
    SmsLists,

    /// <summary>Data-privacy deletion of each approved profile, by id.</summary>
    Profile,

    /// <summary>Covered by <see cref="Profile"/>: Klaviyo redacts it, and cannot delete it alone.</summary>
    Engagement,

    /// <inheritdoc cref="Engagement"/>
    Events,
}
