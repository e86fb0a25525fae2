using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoMonitor.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SourceTroubles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Dropped",
                table: "Sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnouncedGap",
                table: "EntryPoints",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NewestAt",
                table: "EntryPoints",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RobotsDelay",
                table: "EntryPoints",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Dropped",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "AnnouncedGap",
                table: "EntryPoints");

            migrationBuilder.DropColumn(
                name: "NewestAt",
                table: "EntryPoints");

            migrationBuilder.DropColumn(
                name: "RobotsDelay",
                table: "EntryPoints");
        }
    }
}
