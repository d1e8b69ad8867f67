namespace Dxtra.Klaviyo.Functions.Activity;

/// <summary>The Processing Activity Log: appended to before customer data is handed out, never changed.</summary>
internal interface IActivityLog
{
    Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken);
}
