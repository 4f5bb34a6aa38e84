<?php
// Runs the plugin for WordPress, with the functions of a real WordPress but without its database:
// php wordpress.php WORDPRESS_FOLDER PLUGIN_FILE < TEXT_OF_A_POST. What is printed is the body of the page.

error_reporting( E_ALL & ~E_DEPRECATED );
define( 'ABSPATH', $argv[1] . '/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', '/srv/wp-content' );
define( 'WP_CONTENT_URL', '/wp-content' );
define( 'WP_PLUGIN_DIR', WP_CONTENT_DIR . '/plugins' );
define( 'WP_PLUGIN_URL', WP_CONTENT_URL . '/plugins' );
define( 'WPMU_PLUGIN_DIR', WP_CONTENT_DIR . '/mu-plugins' );
define( 'WPMU_PLUGIN_URL', WP_CONTENT_URL . '/mu-plugins' );
$files = array( 'version', 'compat', 'load', 'functions', 'plugin', 'formatting', 'kses', 'shortcodes', 'http' );
$files = array_merge( $files, array( 'link-template', 'general-template', 'script-loader', 'option', 'cache', 'theme' ) );
$files = array_merge( $files, array( 'l10n', 'pomo/translations' ) );
foreach ( $files as $file ) {
	require_once ABSPATH . WPINC . "/$file.php";
}
wp_cache_init();
wp_cache_set( 'alloptions', array( 'siteurl' => '', 'home' => '', 'blog_charset' => 'UTF-8' ), 'options' );
wp_cache_set( 'notoptions', array(), 'options' );
// Where WordPress would have found the plugin.
$wp_plugin_paths = array( WP_PLUGIN_DIR . '/pith-verifier' => dirname( $argv[2] ) );
require $argv[2];
do_action( 'init' );

$post = file_get_contents( 'php://stdin' );
echo do_shortcode( wp_kses_post( $post ) ), "\n";
wp_scripts()->do_items();
