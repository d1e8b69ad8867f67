namespace Dxtra.Functions.Embedded;

internal enum TriggerKind
{
    Http,
    Timer,
    Orchestration,
    Activity,
}
