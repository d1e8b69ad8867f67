namespace Dxtra.Klaviyo.Sandbox.Data;

/// <param name="Id">Unique within the schema, from 1.</param>
/// <param name="Name">As the records have it.</param>
/// <param name="Type"><c>boolean</c>, <c>float</c>, <c>int</c>, <c>string</c> or <c>timestamp</c>.</param>
internal sealed record ObjectProperty(int Id, string Name, string Type);
