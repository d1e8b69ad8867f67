namespace Dxtra.Klaviyo.Functions.Requests;

internal enum RequestKind
{
    Access,
    Deletion,
}
