namespace Dxtra.Klaviyo.Functions.Requests;

internal enum RequestStatus
{
    Received,
    AwaitingIdentity,
    AwaitingApproval,
    Running,
    Completed,
    Failed,
    Cancelled,
}
